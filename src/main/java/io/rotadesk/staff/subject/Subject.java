package io.rotadesk.staff.subject;

import io.rotadesk.staff.rota.Contact;

/**
 * The person whom a piece of work is about, from the tables of the module that guides it. Everything may be null.
 *
 * @param name the name of the customer, the visitor or the petitioner
 * @param phone the whole number, as E.164 or as it was written; only its end is for a list
 * @param note what else tells this piece of work from another: a matter's number, a question, a day
 * @param link the page with the entry, from the root of the application
 * @param over whether that person is on the line no more, although the work goes on
 * @param via the call or visit from which the work came; its person is the subject, unless there is a name here
 */
public record Subject(String name, String phone, String note, String link, boolean over, Contact via) {

    public static Subject person(String name, String phone, String link) {
        return new Subject(name, phone, null, link, false, null);
    }

    /** Work that is about no person. */
    public static Subject thing(String note, String link) {
        return new Subject(null, null, note, link, false, null);
    }

    /** @param contact null if the work came from none */
    public static Subject from(Contact contact, String note) {
        return new Subject(null, null, note, null, false, contact);
    }

    public Subject noted(String words) {
        return new Subject(name, phone, words, link, over, via);
    }

    /** @param isOver whether the person has hung up */
    public Subject over(boolean isOver) {
        return new Subject(name, phone, note, link, isOver, via);
    }

    /** Whether somebody is or could be named; a duty day is about nobody. */
    public boolean isPerson() {
        return name != null || phone != null || note == null;
    }

    Subject with(Subject person) {
        return new Subject(person.name, person.phone, note, person.link, over, via);
    }
}
