/** The unit's customers as pages: whose they are and until when, what happened, and what becomes of their records (L3.2e). */
package io.rotadesk.web.desk.customers;
