package io.rotadesk.staff.notice;

/** The things that a person can be told. */
public enum NoticeKind {
    /** The colleague who was called to the phone has taken the call over (L2.2c). */
    CALL_TAKEN_OVER,
    /** All agents let a call ring, and the caller still waits (L2.1). */
    CALL_UNANSWERED,
    /** A visitor or petitioner has waited in line for too long. */
    VISITOR_WAITING,
    /** Somebody has an appointment soon (L3.2). */
    APPOINTMENT_NEAR,
    /** The visitor whom somebody has an appointment with is here (L3.2). */
    APPOINTMENT_ARRIVED,
    /** An agent did not confirm in time that they meet their visitor (L3.2). */
    APPOINTMENT_MISSED,
    /** A helper has not handed a customer back in time (L3.5). */
    HAND_BACK_LATE,
    /** The entry of a call or visit was not written in time (L3.8). */
    REGISTER_OVERDUE,
    /** Any other task whose time is over. */
    TASK_LATE,
    /** An agent asks the manager (L3.7). */
    QUESTION_ASKED,
    /** The manager has answered (L3.7). */
    QUESTION_ANSWERED,
    /** Two agents claim one customer. */
    DISPUTE,
    /** A colleague passes something on. */
    MESSAGE
}
