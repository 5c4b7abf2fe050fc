package io.rotadesk.petition.attachment;

/** A place where the content of attachments is kept. */
interface Store {

    /** What the rows of its attachments say. */
    Keeping keeping();

    /** Whether what it does is undone with the transaction. */
    boolean isTransactional();

    /** @throws StoreException if it cannot be kept now */
    void keep(AttachmentId id, byte[] content);

    /**
     * @throws java.util.NoSuchElementException if it is not there
     * @throws StoreException if it cannot be read now
     */
    byte[] read(AttachmentId id);

    /**
     * Does nothing if it is not there.
     *
     * @throws StoreException if it cannot be removed now
     */
    void remove(AttachmentId id);
}
