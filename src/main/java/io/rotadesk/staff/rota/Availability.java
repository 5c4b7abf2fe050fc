package io.rotadesk.staff.rota;

import io.rotadesk.staff.unit.Rows;
import io.rotadesk.staff.unit.TurnReason;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    /**
     * The present activity of one agent.
     *
     * @param serving the contact they have; null if none
     * @param ringing whether the contact is offered and not taken yet
     * @param afterwards AWAY or ON_LEAVE if that applies once they are done with the contact; else null
     * @param misses how often they have missed the contact that was asked about
     * @param wrapUpUntil the end of their wrap-up time; null if they have none, or if something else keeps them busy
     */
    record Doing(
            String login,
            TurnReason unavailable,
            Contact serving,
            boolean ringing,
            TurnReason afterwards,
            int misses,
            Instant wrapUpUntil) {

        /** Whether nothing but an earlier miss of this contact keeps them from it. */
        boolean onlyMissedIt() {
            return unavailable == TurnReason.MISSED_BEFORE && serving == null && wrapUpUntil == null;
        }

        /**
         * Why they cannot take a contact that is meant for them in person; null if they can. Wrap-up only keeps turns
         * away.
         */
        TurnReason unavailableInPerson() {
            return unavailable == TurnReason.WRAPPING_UP ? null : unavailable;
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Availability(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
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
     * @param contact the contact for which they are asked; null for none
     * @return one entry for each known login
     */
    Map<String, Doing> doing(List<String> logins, LocalDate day, Contact contact) {
        Map<String, Doing> all = new HashMap<>();
        jdbc.sql("""
                        select a.login, a.has_left, w.login is not null as away, e.contact_kind, e.contact_id, e.taken, u.until,
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
                        left join wrap_up u on u.login = a.login and u.until > :now
                        left join lateral (select contact_kind, contact_id, taken from engagement g
                                           where g.login = a.login
                                             and (g.contact_id <> :contactId or g.contact_kind <> :contactKind)
                                           order by since desc, contact_kind, contact_id limit 1) e on true
                        where a.login = any (:logins)
                        """)
                .param("logins", logins.toArray(String[]::new))
                .param("day", day)
                .param("now", Rows.time(clock.instant()))
                .param("contactId", contact == null ? "" : contact.id())
                .param("contactKind", contact == null ? "" : contact.kind().code())
                .query(Availability::doing)
                .list()
                .forEach(doing -> all.put(doing.login(), doing));
        return all;
    }

    Optional<Doing> doing(String login, LocalDate day) {
        return Optional.ofNullable(doing(List.of(login), day, null).get(login));
    }

    private static Doing doing(ResultSet row, int nr) throws SQLException {
        String kind = row.getString("contact_kind");
        Contact serving = kind == null ? null : new Contact(Contact.Kind.of(kind), row.getString("contact_id"));
        boolean ringing = serving != null && !row.getBoolean("taken");
        TurnReason gone = gone(row);
        TurnReason why = reason(row, serving, gone);
        return new Doing(
                row.getString("login"),
                why,
                serving,
                ringing,
                serving == null ? null : gone,
                row.getInt("misses"),
                wrapUpUntil(row, serving));
    }

    private static Instant wrapUpUntil(ResultSet row, Contact serving) throws SQLException {
        return serving != null || row.getObject("until") == null ? null : Rows.instant(row, "until");
    }

    private static TurnReason gone(ResultSet row) throws SQLException {
        return row.getBoolean("on_leave") ? TurnReason.ON_LEAVE : row.getBoolean("away") ? TurnReason.AWAY : null;
    }

    /** An agent who goes away with a contact in hand counts as serving until it is done. */
    private static TurnReason reason(ResultSet row, Contact serving, TurnReason gone) throws SQLException {
        if (row.getBoolean("has_left")) {
            return TurnReason.LEFT;
        } else if (gone != null && serving == null) {
            return gone;
        } else if (row.getBoolean("booked") && serving == null) {
            return TurnReason.APPOINTMENT;
        } else if (row.getInt("misses") > 0) {
            return TurnReason.MISSED_BEFORE;
        }
        if (serving != null) {
            return TurnReason.SERVING;
        }
        return row.getObject("until") == null ? null : TurnReason.WRAPPING_UP;
    }
}
