/**
 * Sets a department up: its unit with all settings, its roster, the tokens of its phone system and its people's
 * accounts. It offers the REST API for administrators ({@code /api}) and, for the pages that do the same, {@link
 * io.rotadesk.web.api.setup.UnitSetup}.
 */
package io.rotadesk.web.api.setup;
