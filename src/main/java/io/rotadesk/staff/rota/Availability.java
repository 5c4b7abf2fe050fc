package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows who cannot take a contact at the moment, and why. An agent is free when present and not serving anyone. */
@Component
class Availability {

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    Availability(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    /**
     * Agents who have missed the contact before count as unavailable, agents who already have it do not.
     *
     * @return only the agents who cannot take the contact
     */
    static Map<String, TurnReason> unavailable(Collection<Doing> all) {
        Map<String, TurnReason> reasons = new HashMap<>();
        all.stream()
                .filter(doing -> doing.unavailable() != null)
                .forEach(doing -> reasons.put(doing.login(), doing.unavailable()));
        return reasons;
    }

    /**
     * As {@link #unavailable(Collection)}, but in rounds: once everyone who is free has missed the contact, those who
     * missed it least often are asked again.
     *
     * @param elsewhere logins of agents who are asked again only when nobody else waits for them
     */
    static Map<String, TurnReason> unavailableInRounds(Collection<Doing> all, Set<String> elsewhere) {
        Map<String, TurnReason> reasons = unavailable(all);
        int round = all.stream()
                .filter(doing -> doing.unavailable() == null || isAskedAgain(doing, elsewhere))
                .mapToInt(Doing::misses)
                .min()
                .orElse(0);
        all.stream()
                .filter(doing -> isAskedAgain(doing, elsewhere) && doing.misses() == round)
                .forEach(doing -> reasons.remove(doing.login()));
        return reasons;
    }

    private static boolean isAskedAgain(Doing doing, Set<String> elsewhere) {
        return doing.onlyMissedIt() && !elsewhere.contains(doing.login());
    }

    /**
     * @param queue null if it does not matter whether they have a page open
     * @param contact the contact for which they are asked; null for none
     * @return one entry for each known login
     */
    Map<String, Doing> doing(Collection<String> logins, LocalDate day, Queue queue, Contact contact) {
        Map<String, Doing> all = new HashMap<>();
        situations(logins, day, contact)
                .forEach((login, one) ->
                        all.put(login, one.in(queue, units.get(one.unitId()).settings())));
        return all;
    }

    Optional<Doing> doing(String login, LocalDate day, Queue queue) {
        return Optional.ofNullable(doing(List.of(login), day, queue, null).get(login));
    }

    /** One statement, however many they are. The parameters are those of {@link #doing}. */
    Map<String, Situation> situations(Collection<String> logins, LocalDate day, Contact contact) {
        Instant now = clock.instant();
        Map<String, Situation> all = new HashMap<>();
        jdbc.sql("""
                        select a.login, a.unit_id, a.has_left, w.login is not null as away,
                          e.contact_kind, e.contact_id, e.taken, u.until, p.seen_at, p.acted_at, p.logged_out,
                          exists (select from agent_leave l
                                  where l.login = a.login and :day between l.from_day and l.to_day) as on_leave,
                          (select count(*) from turn_ledger t
                           where t.contact_id = :contactId and t.contact_kind = :contactKind
                             and t.login = a.login and t.kind = 'MISSED') as misses,
                          exists (select from booking b
                                  where b.login = a.login and b.from_at <= :now and b.until_at > :now
                                    and (b.contact_id <> :contactId or b.contact_kind <> :contactKind)) as booked
                        from agent a
                        left join away w on w.login = a.login
                        left join page_seen p on p.login = a.login
                        left join wrap_up u on u.login = a.login and u.until > :now
                        left join lateral (select contact_kind, contact_id, taken from engagement g
                                           where g.login = a.login
                                             and (g.contact_id <> :contactId or g.contact_kind <> :contactKind)
                                           order by since desc, contact_kind, contact_id limit 1) e on true
                        where a.login = any (:logins)
                        """)
                .param("logins", logins.toArray(String[]::new))
                .param("day", day)
                .param("now", Rows.time(now))
                .param("contactId", contact == null ? "" : contact.id())
                .param("contactKind", contact == null ? "" : contact.kind().code())
                .query((row, nr) -> Situation.of(row, now))
                .list()
                .forEach(one -> all.put(one.login(), one));
        return all;
    }
}
