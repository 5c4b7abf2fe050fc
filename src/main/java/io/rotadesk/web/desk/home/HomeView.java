package io.rotadesk.web.desk.home;

import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.subject.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What the home page of those who lead a unit shows; of a reception point only tasks.
 *
 * @param callers callers whom nobody took, longest first
 * @param visitors visitors who have waited too long, longest first
 * @param questions questions without an answer, oldest first
 * @param disputes open disputes, oldest first
 * @param late tasks whose time is over and that somebody has, longest first
 * @param others tasks of the viewer that are none of these
 * @param talks calls with somebody on the line, and what is written down after one
 * @param line everybody who is here and with nobody yet, in the order in which they come on
 * @param next the name of the agent who receives next; null when nobody is free
 * @param lookAgain when the page should look again even if nothing happens, in milliseconds; null if never
 */
record HomeView(
        ZoneId zone,
        List<LostCaller> callers,
        List<Visitor> visitors,
        List<Question> questions,
        List<OpenDispute> disputes,
        List<LateTask> late,
        List<OtherTask> others,
        List<Talk> talks,
        List<Visitor> line,
        String next,
        Long lookAgain) {

    /** Whether nothing stands under what needs those who lead the unit. */
    public boolean allWell() {
        return callers.isEmpty()
                && visitors.isEmpty()
                && questions.isEmpty()
                && disputes.isEmpty()
                && late.isEmpty()
                && others.isEmpty();
    }

    /** How many of these things the viewer can do something about now. */
    public long needs() {
        return callers.stream().filter(LostCaller::mayGive).count()
                + visitors.size()
                + questions.stream().filter(Question::mayAnswer).count()
                + disputes.stream().filter(dispute -> dispute.task() != null).count()
                + late.size()
                + others.size();
    }

    /**
     * A caller or a visitor, as a leader may see them.
     *
     * @param name null if it is not known
     * @param digits the last four of the number; null if there is none, or it is withheld
     */
    record Somebody(String name, String digits) {

        static final Somebody UNKNOWN = new Somebody(null, null);

        static Somebody of(Subject subject) {
            String digits = PhoneNumbers.lastDigits(subject.phone());
            return new Somebody(subject.name(), digits.isEmpty() ? null : digits);
        }
    }

    /**
     * A person to whom a caller or a visitor can be given.
     *
     * @param state free, missed, wrapping, ringing, serving, away, leave or off; selects the style
     * @param words what the person is doing now
     * @param near whether it stands among the first, who can take it now or in a moment
     */
    record Choice(String login, String name, String state, String words, boolean near) {}

    /**
     * A caller whom nobody took.
     *
     * @param id names the item on the page
     * @param task the id of the manager's task; null while there is none
     * @param mayGive whether the viewer has the manager's task
     * @param claimedBy the name of the person who has taken that task already; null if nobody has
     * @param preset the login of the person whom the page proposes; null if nobody is free
     */
    record LostCaller(
            String id,
            String callId,
            String task,
            Somebody who,
            Instant since,
            long seconds,
            boolean mayGive,
            String claimedBy,
            List<Choice> choices,
            String preset) {}

    /**
     * A visitor who is with nobody yet.
     *
     * @param coming the name of the agent who is on the way, or should be; null for a visitor in line
     * @param appointment null without one
     * @param claimedBy as in {@link LostCaller}
     */
    record Visitor(
            String id,
            String visitId,
            Somebody who,
            Instant since,
            long minutes,
            boolean tooLong,
            String coming,
            Instant appointment,
            String claimedBy,
            List<Choice> choices,
            String preset) {}

    /**
     * A question without an answer.
     *
     * @param about the caller or visitor in whose call or visit it came up; null if there is none
     * @param mayAnswer whether the viewer has the manager's task
     * @param typed what the viewer has typed and could not send; null if nothing
     */
    record Question(
            String id,
            String escalationId,
            String text,
            String askedBy,
            Instant at,
            boolean late,
            Somebody about,
            boolean mayAnswer,
            String claimedBy,
            String typed) {}

    /** @param task the id of the task in which the viewer decides; null while it is not theirs */
    record OpenDispute(
            String id, long number, String claimant, String owner, Instant since, boolean late, String task) {}

    /**
     * A task whose time is over.
     *
     * @param work the name of the task for the viewer
     * @param kind selects the words: meeting, handBack, register, callBack or other
     * @param about the caller or visitor that it is about; null if it is about none
     * @param holder the name of the person who has it
     * @param own whether that is the viewer
     * @param over how long, in minutes
     * @param remindedBy the name of the leader who reminded last; null if none did
     * @param justReminded whether that was so short ago that it counts for the next reminder, too
     */
    record LateTask(
            String id,
            UnitTask task,
            String work,
            String kind,
            Somebody about,
            String holder,
            boolean own,
            long over,
            String remindedBy,
            Instant remindedAt,
            boolean justReminded) {

        private static final int HOUR = 60;
        private static final int DAY = 24 * HOUR;

        /** Whole days. */
        public long days() {
            return over / DAY;
        }

        /** Whole hours beyond the days. */
        public long hours() {
            return over % DAY / HOUR;
        }

        /** Minutes beyond the hours. */
        public long minutes() {
            return over % HOUR;
        }
    }

    /**
     * A task that the viewer has, or may take.
     *
     * @param work its name for the viewer
     * @param note the number of the matter, or the month, that it is about; null if it is about none
     */
    record OtherTask(String id, UnitTask task, String work, String note, boolean late) {}

    /**
     * A call with somebody on the line, or what somebody writes down after one.
     *
     * @param step ringing, unassigned, greeting, talking, covering, holding or wrapping; selects words and style
     * @param agent the name of the agent who has it; null if nobody does
     * @param other the name of the colleague who is called to the phone; null if there is none
     * @param seconds how long this has lasted; of wrapping, how long it still lasts
     */
    record Talk(String id, Somebody who, String step, String agent, String other, long seconds) {}
}
