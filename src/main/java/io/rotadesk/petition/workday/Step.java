package io.rotadesk.petition.workday;

/** The steps that have a time limit, and the event from which it is counted (docs/petition-law.md). */
public enum Step {
    /** To tell the petitioner how and by when the matter is handled, or to forward it. */
    ACCEPT(CountedFrom.RECEIPT),
    /** To handle the matter. */
    HANDLE(CountedFrom.ACCEPTANCE),
    /** The most that an extension adds. */
    EXTEND(CountedFrom.LAST_DAY),
    /** To answer a petitioner who comes back with a closed matter. */
    REVIEW(CountedFrom.RECEIPT),
    /** To object to a matter that another unit forwards. */
    OBJECT(CountedFrom.RECEIPT),
    /** For the petitioner to ask the level above for a review. */
    APPEAL(CountedFrom.TELLING),
    /** To answer a petitioner who asks for the last review. */
    RECHECK(CountedFrom.RECEIPT);

    private final CountedFrom from;

    Step(CountedFrom from) {
        this.from = from;
    }

    public CountedFrom from() {
        return from;
    }
}
