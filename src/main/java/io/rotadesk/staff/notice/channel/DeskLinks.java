package io.rotadesk.staff.notice.channel;

/** Makes whole addresses of pages, for messages that people read elsewhere. */
public interface DeskLinks {

    /** @param path within the application, beginning with a slash */
    String link(String path);
}
