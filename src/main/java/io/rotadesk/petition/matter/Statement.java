package io.rotadesk.petition.matter;

/**
 * What a matter is about.
 *
 * @param summary a line written at registration
 * @param destination where the petitioners mean to go: {@code town}, {@code county}, {@code above} (P5)
 * @param account what the petitioner said (P2)
 * @param purpose as written and confirmed by the petitioner (P2)
 * @param category for the summary (P7)
 * @param profile of the deadlines, {@link io.rotadesk.petition.workday.Profile}
 * @param grade {@code simple}, {@code ordinary}, {@code major}, {@code difficult} or {@code complex} (P6)
 * @param earlierId an earlier matter that the petitioner named
 */
record Statement(
        String summary,
        String destination,
        String account,
        String purpose,
        String category,
        String profile,
        String grade,
        MatterId earlierId) {

    /** @param earlierMatter its id; null for none */
    static Statement atRegistration(String summary, String destination, MatterId earlierMatter) {
        return new Statement(summary, destination, null, null, null, null, null, earlierMatter);
    }

    Statement graded(String newProfile, String newGrade) {
        return new Statement(summary, destination, account, purpose, category, newProfile, newGrade, earlierId);
    }

    /** Of a matter that came back: what it was, unless it turns out to be a serious one now. */
    Statement gradedAgain(Statement visit) {
        return visit.isSerious() && !isSerious() ? graded(visit.profile(), visit.grade()) : this;
    }

    /** Whether it is more than a simple or an ordinary one, and goes to the superior (P6). */
    boolean isSerious() {
        return grade != null && !grade.equals("simple") && !grade.equals("ordinary");
    }

    Statement wanting(String newPurpose) {
        return new Statement(summary, destination, account, newPurpose, category, profile, grade, earlierId);
    }

    /** For the summary it counts as before. */
    Statement erased() {
        return new Statement(null, destination, null, null, category, profile, grade, earlierId);
    }

    Statement in(String newCategory) {
        return new Statement(summary, destination, account, purpose, newCategory, profile, grade, earlierId);
    }
}
