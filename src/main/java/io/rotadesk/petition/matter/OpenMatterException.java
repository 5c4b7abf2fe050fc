package io.rotadesk.petition.matter;

/** A petitioner is not erased while a matter of theirs is open: somebody still has to answer them (P4). Nothing was changed. */
public class OpenMatterException extends RuntimeException {

    private final String number;

    OpenMatterException(String number) {
        super("Matter " + number + " of this petitioner is not closed");
        this.number = number;
    }

    /** The number of the matter that is open. */
    public String number() {
        return number;
    }
}
