/** The machine-readable description of the REST API, generated from the controllers, at {@code /api/openapi.json}. */
package io.rotadesk.web.api.openapi;
