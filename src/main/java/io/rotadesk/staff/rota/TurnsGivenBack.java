package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.duty.QueueOfDay;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.SettingsJson;
import io.rotadesk.staff.unit.TurnReason;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives back turns that were spent on contacts that should cost none. */
@Component
class TurnsGivenBack {

    /** A turn that was used. */
    private record Used(long decision, String unitId, String queue, LocalDate day, int version, String cause) {
        QueueOfDay queueOfDay() {
            return new QueueOfDay(unitId, Queue.valueOf(queue), day);
        }
    }

    private final JdbcClient jdbc;
    private final RotaStates states;
    private final SettingsJson json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TurnsGivenBack(
            JdbcClient jdbc, RotaStates states, SettingsJson json, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.states = states;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * @return whether the turn was given back now; false if it was given back before, if none was spent, or if the unit
     *     does not make the reason up
     */
    boolean restore(Contact contact, String login, TurnReason why) {
        return latest(contact, login)
                .filter(used -> TurnCause.valueOf(used.cause()).byRota())
                .flatMap(used -> states.hold(used.queueOfDay())
                        .filter(held -> held.state().members().contains(login))
                        .filter(held -> json.read(held.settings())
                                .get(DutySettings.class)
                                .allMadeUp()
                                .contains(why))
                        .map(held -> restore(used, held, contact, login, why)))
                .orElse(false);
    }

    private boolean restore(Used used, RotaStates.Held held, Contact contact, String login, TurnReason why) {
        RotaState after = held.state().restore(login);
        boolean owed = after.owed().size() > held.state().owed().size();
        int noted = jdbc.sql("""
                        insert into turn_ledger (decision, unit_id, queue, day, version, kind, cause, reason, owed,
                                                 login, contact_kind, contact_id, at)
                        values (:decision, :unitId, :queue, :day, :version, 'RESTORED', :cause, :reason, :owed,
                                :login, :contactKind, :contactId, :at)
                        on conflict do nothing
                        """)
                .params(used.queueOfDay().params())
                .param("decision", used.decision())
                .param("version", held.version())
                .param("cause", used.cause())
                .param("reason", why.name())
                .param("owed", owed)
                .param("login", login)
                .param("contactKind", contact.kind().code())
                .param("contactId", contact.id())
                .param("at", Rows.time(clock.instant()))
                .update();
        if (noted > 0 && after != held.state()) {
            states.save(held, after);
            events.publishEvent(DutyChanged.in(used.unitId()));
        }
        return noted > 0;
    }

    private Optional<Used> latest(Contact contact, String login) {
        return jdbc.sql("""
                        select decision, unit_id, queue, day, version, cause from turn_ledger
                        where contact_id = :contactId and contact_kind = :contactKind and login = :login
                          and kind in ('OFFERED', 'MADE_UP')
                        order by id desc limit 1
                        """)
                .param("contactId", contact.id())
                .param("contactKind", contact.kind().code())
                .param("login", login)
                .query(Used.class)
                .optional();
    }
}
