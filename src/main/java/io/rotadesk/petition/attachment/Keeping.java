package io.rotadesk.petition.attachment;

/** Where the content of an attachment is kept. */
public enum Keeping {
    DATABASE,
    FOLDER,
    S3
}
