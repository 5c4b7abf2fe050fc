package io.rotadesk.platform.register;

/**
 * An id of its own type, so that the ids of two kinds of rows cannot be swapped. It is a record with one text, and one
 * column in a row; its text is what it is written as.
 */
public interface TextId {

    /** The id as the database, the engine and addresses know it; never null. */
    String value();
}
