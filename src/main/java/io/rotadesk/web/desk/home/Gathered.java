package io.rotadesk.web.desk.home;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.staff.reminder.HandReminders.HandReminder;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.Work;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.home.HomeView.Somebody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read for one page.
 *
 * @param mayDoAll whether the viewer may do every task of those who lead the unit, not only those offered to them
 * @param names of the unit's people by login
 * @param tasks the open tasks of which the page may speak
 * @param subjects the people whom calls, visits, questions and late tasks are about
 * @param misses how often each person has missed a call or a visitor
 * @param reminded the latest reminder by hand, by task
 * @param typed answers that could not be sent, by the question's id
 */
record Gathered(
        Unit unit,
        SignedInUser user,
        boolean mayDoAll,
        Instant now,
        Map<String, String> names,
        Colleagues colleagues,
        List<UnitTask> tasks,
        Map<Work, Subject> subjects,
        Map<Contact, Map<String, Integer>> misses,
        Map<String, HandReminder> reminded,
        Map<String, String> typed) {

    /** @return the login itself for somebody who was never in the unit; null for null */
    String name(String login) {
        return login == null ? null : names.getOrDefault(login, login);
    }

    /** @return the open task of this process instance at this step */
    Optional<UnitTask> task(String step, String businessKey) {
        return tasks.stream()
                .filter(task -> task.step().equals(step) && businessKey.equals(task.businessKey()))
                .findFirst();
    }

    /** Whether the viewer may do this task of those who lead the unit now. */
    boolean mayDo(UnitTask task) {
        return task.theirs() || mayDoAll && task.assignee() == null;
    }

    /** @return the name of somebody else who has taken the task; null if nobody has */
    String claimedBy(UnitTask task) {
        return task.theirs() ? null : name(task.assignee());
    }

    Somebody somebody(Work work) {
        return Optional.ofNullable(subjects.get(work)).map(Somebody::of).orElse(Somebody.UNKNOWN);
    }

    /** @return what the work is known by, such as a matter's number; null if by nothing */
    String note(Work work) {
        return Optional.ofNullable(subjects.get(work)).map(Subject::note).orElse(null);
    }

    /** @return null if the work is about no person */
    Somebody about(Work work) {
        return Optional.ofNullable(subjects.get(work))
                .filter(subject -> subject.isPerson() || subject.via() != null)
                .map(Somebody::of)
                .orElse(null);
    }

    Map<String, Integer> misses(Contact contact) {
        return misses.getOrDefault(contact, Map.of());
    }

    long seconds(Instant since) {
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toSeconds());
    }

    long minutes(Instant since) {
        return seconds(since) / 60;
    }

    /** An id of an element on the page, whatever characters the key has. */
    static String id(String kind, String key) {
        return kind + "-" + Integer.toHexString(key.hashCode());
    }
}
