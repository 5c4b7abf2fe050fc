package io.rotadesk.staff.notice;

/** The things that a person can be told. */
public enum NoticeKind {
    /** The colleague who was called to the phone has taken the call over (L2.2c). */
    CALL_TAKEN_OVER,
    /** All agents let a call ring, and the caller still waits (L2.1). */
    CALL_UNANSWERED,
    /** A phone system's list of calls says something else than the register (L2.1, L2.3). */
    CALLS_DIFFER,
    /** A visitor has waited in line for too long (L3.1). */
    VISITOR_WAITING,
    /** Somebody has an appointment soon (L3.2). */
    APPOINTMENT_NEAR,
    /** The visitor whom somebody has an appointment with is here (L3.2). */
    APPOINTMENT_ARRIVED,
    /** An agent did not confirm in time that they meet their visitor (L3.2). */
    APPOINTMENT_MISSED,
    /** A task whose time is over. */
    TASK_LATE,
    /** A leader reminds somebody of a task whose time is over. */
    TASK_REMINDED,
    /** An agent asks the manager (L3.7). */
    QUESTION_ASKED,
    /** The manager has answered (L3.7). */
    QUESTION_ANSWERED,
    /** The calendar has changed, and with it the deadline of a matter (P4). */
    DEADLINE_MOVED,
    /** The same, and the petitioner was told the earlier day. */
    DEADLINE_TO_TELL,
    /** The holidays of next year are not in the calendar (P4). */
    CALENDAR_MISSING,
    /** Two agents claim one customer. */
    DISPUTE,
    /** A leader urges the responsible person and unit of a matter: an answer is due (P4). */
    MATTER_URGED,
    /** The answer to an urging has come (P4). */
    URGING_ANSWERED,
    /** Nobody has answered an urging in time (P4). */
    URGING_LATE,
    /** A petitioner came again with a matter for which they are responsible (P2, P6). */
    MATTER_CAME_AGAIN,
    /** The visit that they received belongs to an earlier matter (P2). */
    VISIT_JOINED,
    /** The matter with which the petitioner came again is final: the paper that says so is to be handed out. */
    VISIT_NOT_ACCEPTED,
    /** A petitioner does not agree with an answer: the unit above reviews it. */
    REVIEW_ASKED,
    /** They were named to review a matter. */
    REVIEW_GIVEN,
    /** The opinion on a review waits for a leader's signature. */
    OPINION_TO_SIGN,
    /** The leader wants the opinion otherwise, or has signed it. */
    OPINION_ANSWERED,
    /** The time for the opinion on a review is nearly over. */
    REVIEW_NEAR,
    /** The time for the opinion on a review is over. */
    REVIEW_LATE,
    /** The level above has given its opinion on a unit's answer. */
    REVIEW_OVER,
    /** The leader made them responsible for a matter (P6). */
    MATTER_GIVEN,
    /** The leader made somebody else responsible for their matter (P6). */
    MATTER_TAKEN,
    /** A unit has answered what they asked about a matter (P6). */
    UNIT_ANSWERED,
    /** Somebody called or came for them, about something else than leasing (L2.2b, L3.2b). */
    MESSAGE,
    /** A petitioner has waited for too long, or nobody calls their number (P3). */
    PETITIONER_WAITING,
    /** A person whose turn came did not call the number, and counts as away (P3). */
    STAFF_DOES_NOT_CALL,
    /** A petitioner is not satisfied with a unit (P4). */
    RATED_AS_BAD,
    /** A paper for a petitioner waits for a leader's signature (P4). */
    PAPER_TO_SIGN,
    /** A leader has signed the paper that somebody handed in. */
    PAPER_SIGNED,
    /** A leader has sent the paper back, with a reason. */
    PAPER_SENT_BACK
}
