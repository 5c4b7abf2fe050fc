package io.rotadesk.platform.database;

/** The application cannot start with the database that it was given, or has none. */
abstract class UnusableDatabaseException extends IllegalStateException {

    private final String fault;
    private final String remedy;

    /**
     * @param fault a sentence that says what is wrong
     * @param remedy a sentence that says what to do
     */
    UnusableDatabaseException(String fault, String remedy, Throwable cause) {
        super(fault + " " + remedy, cause);
        this.fault = fault;
        this.remedy = remedy;
    }

    String fault() {
        return fault;
    }

    String remedy() {
        return remedy;
    }
}
