/**
 * The pages of the unit's customers: their agents and validity, their history, and merging and erasing their records
 * (L3.2e).
 */
package io.rotadesk.web.desk.customers;
