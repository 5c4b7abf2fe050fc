/**
 * How a department sets itself up: its unit with all settings, its roster, the tokens of its phone system and its people's
 * accounts. The faces are the REST API for administrators ({@code /api}) and, for the pages that do the same,
 * {@link io.rotadesk.web.api.setup.UnitSetup}.
 */
package io.rotadesk.web.api.setup;
