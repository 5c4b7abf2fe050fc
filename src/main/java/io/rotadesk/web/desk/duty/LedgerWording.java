package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.rota.LedgerEntry;
import io.rotadesk.staff.rota.LedgerEntry.Kind;
import io.rotadesk.staff.rota.TurnCause;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the rows of the turn ledger into sentences. */
@Component
public class LedgerWording {

    private static final String KEY = "desk.ledger.";

    private final Units units;
    private final Agents agents;
    private final MessageSource messages;

    LedgerWording(Units units, Agents agents, MessageSource messages) {
        this.units = units;
        this.agents = agents;
        this.messages = messages;
    }

    /**
     * @param entries of one unit, in the order of the ledger
     * @return one step for all rows that were decided and done together
     */
    public List<LedgerMoment> tell(String unitId, List<LedgerEntry> entries, Locale locale) {
        UnitKind kind = units.get(unitId).kind();
        Map<String, String> names = agents.names(unitId);
        List<LedgerMoment> steps = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            String sentence = sentence(entry, names, kind, locale);
            if (sentence.isEmpty()) {
                continue;
            }
            LedgerMoment last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last == null || !last.belongsTo(entry)) {
                last = LedgerMoment.beginningWith(entry);
                steps.add(last);
            }
            last.lines().add(new LedgerMoment.Line(style(entry), sentence, entry.login()));
        }
        return steps;
    }

    private String sentence(LedgerEntry entry, Map<String, String> names, UnitKind kind, Locale locale) {
        boolean logged = entry.cause() == TurnCause.LOGGED;
        if (logged && entry.kind() == Kind.TAKEN) {
            return "";
        }
        String name = entry.login() == null ? "" : names.getOrDefault(entry.login(), entry.login());
        String reason = entry.reason() == null ? "" : entry.reason().text(kind, locale);
        Object[] words = {name, reason};
        String sentence = messages.getMessage(key(entry) + "." + kind, words, null, locale);
        if (sentence == null) {
            sentence = messages.getMessage(key(entry), words, locale);
        }
        if (entry.reason() == TurnReason.TURN_USED_AHEAD && entry.kind() == Kind.OFFERED) {
            sentence += text("usedAhead", locale);
        }
        return entry.owed() ? sentence + text("owed", locale) : sentence;
    }

    private static String key(LedgerEntry entry) {
        String cause = entry.cause().name();
        return KEY
                + switch (entry.kind()) {
                    case OFFERED -> "OFFERED." + cause;
                    case MADE_UP -> entry.cause() == TurnCause.LOGGED ? "MADE_UP.LOGGED" : "MADE_UP";
                    case TAKEN -> entry.cause() == TurnCause.TAKEN_OVER ? "TAKEN.TAKEN_OVER" : "TAKEN";
                    case SKIPPED -> entry.cause().byName() ? "SKIPPED.BY_NAME" : "SKIPPED";
                    case MISSED, RESTORED, FINISHED, NOBODY -> entry.kind().name();
                };
    }

    private static String style(LedgerEntry entry) {
        return switch (entry.kind()) {
            case OFFERED, MADE_UP -> "turn";
            case TAKEN -> "taken";
            case MISSED, NOBODY -> "missed";
            case RESTORED -> "restored";
            case SKIPPED, FINISHED -> "plain";
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(KEY + key, null, locale);
    }
}
