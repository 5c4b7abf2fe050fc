/**
 * Rows as records: read once in a transaction, or kept until they change, changed by transitions of their own, saved with
 * the columns that differ.
 */
package io.rotadesk.platform.register;
