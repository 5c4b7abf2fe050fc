package io.rotadesk.web.desk;

import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.customer.CustomerStatus;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.petition.enquiry.Grade;
import io.rotadesk.petition.matter.MatterState;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.petition.paper.PaperState;
import io.rotadesk.petition.reception.TicketState;

/**
 * The colours of states: the class that a badge has beside {@code badge}; templates call it {@code #tones}. Green is
 * done, blue is under way, the accent asks somebody to act, yellow is late, red went wrong.
 */
public final class Tones {

    private static final String OK = "ok";
    private static final String INFO = "info";
    private static final String ACCENT = "accent";
    private static final String WARN = "warn";
    private static final String DANGER = "danger";
    private static final String PLAIN = "";

    Tones() {}

    public String of(CallState state) {
        return switch (state) {
            case REGISTERED, COVERED -> OK;
            case RECEIVED, ANSWERED -> INFO;
            case RINGING -> ACCENT;
            case UNASSIGNED, MISSED, ABANDONED -> DANGER;
            case OTHER -> PLAIN;
        };
    }

    public String of(VisitState state) {
        return switch (state) {
            case REGISTERED -> OK;
            case ARRIVED, OFFERED, RECEIVED -> INFO;
            case EXPECTED -> ACCENT;
            case WAITING, SEEN_OFF -> WARN;
            case LEFT, NO_SHOW, ABANDONED -> DANGER;
            case OTHER, CANCELLED -> PLAIN;
        };
    }

    public String of(Grade grade) {
        return switch (grade) {
            case SATISFIED -> OK;
            case FAIRLY -> PLAIN;
            case DISSATISFIED -> DANGER;
        };
    }

    public String of(TicketState state) {
        return switch (state) {
            case DONE -> OK;
            case RECEIVED -> INFO;
            case CALLED -> ACCENT;
            case NO_SHOW, LEFT, UNSERVED, ABANDONED -> DANGER;
            case EXPECTED, ARRIVED, WAITING, NOT_THERE, CANCELLED -> PLAIN;
        };
    }

    public String of(MatterState state) {
        return switch (state) {
            case CLOSED -> OK;
            case RECEIVED -> INFO;
            case PLANNED -> ACCENT;
            case WAITING -> WARN;
            case ALERTED, ON_SCENE -> DANGER;
            case NOT_RECEIVED, JOINED -> PLAIN;
        };
    }

    public String of(CustomerStatus status) {
        return switch (status) {
            case ACTIVE -> OK;
            case SOON -> WARN;
            case LAPSED, NOBODYS -> PLAIN;
        };
    }

    public String of(Dispute.Outcome outcome) {
        return switch (outcome) {
            case OWNER, CLAIMANT, SETTLED -> OK;
            case NOBODY, LAPSED, ERASED, ABANDONED -> PLAIN;
        };
    }

    public String of(Transfers.Answer answer) {
        return switch (answer) {
            case ACCEPTED -> OK;
            case DECIDED -> INFO;
            case REFUSED -> DANGER;
        };
    }

    public String of(PaperState state) {
        return switch (state) {
            case DELIVERED -> OK;
            case SIGNED -> INFO;
            case HANDED_IN -> ACCENT;
            case DRAFT, REPLACED -> PLAIN;
        };
    }
}
