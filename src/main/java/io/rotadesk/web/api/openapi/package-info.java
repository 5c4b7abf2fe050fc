/** The description of the REST API that machines read: made of the controllers themselves, at {@code /api/openapi.json}. */
package io.rotadesk.web.api.openapi;
