/**
 * Scans and photos of matters: judged by their content, shown small, kept in the database, a folder or an S3 store, and erased with
 * the petitioner.
 */
package io.rotadesk.petition.attachment;
