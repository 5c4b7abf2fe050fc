package io.rotadesk.petition.matter;

/** What a matter's deadline is for. */
public enum DueKind {
    /** To say how and until when the matter is handled (P4). */
    ACCEPT,
    /** To handle it. */
    HANDLE,
    /** To handle it, with more time than was said at first. */
    EXTENDED,
    /** To handle it again, since the petitioner came back with it. */
    REVIEW
}
