package io.rotadesk.petition.matter;

/**
 * A document that the petitioner brought along (P2).
 *
 * @param shows what it shows; empty if nobody wrote that down
 */
public record Material(String name, String shows) {

    /** Both, on one line. */
    public String line() {
        return shows.isEmpty() ? name : name + "：" + shows;
    }
}
