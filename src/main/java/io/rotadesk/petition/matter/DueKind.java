package io.rotadesk.petition.matter;

/** The purpose of a matter's deadline. */
public enum DueKind {
    /** To say how and by when the matter will be handled (P4). */
    ACCEPT,
    /** To handle it. */
    HANDLE,
    /** To handle it, with an extension. */
    EXTENDED,
    /** To handle it again, since the petitioner came back. */
    REVIEW
}
