package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.MatterSearch.Condition;
import io.rotadesk.petition.matter.MatterSearch.Figures;
import io.rotadesk.petition.matter.Transfers.Answer;
import io.rotadesk.platform.lookup.Counted;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register as one person of a unit may see it. Leaders see all matters that their unit, or a unit below it, has or
 * received first; others see those that they are responsible for or received. Both see matters about which the unit is
 * being asked. Nobody looks up or sideways (decision 0074).
 */
@Repository
@Transactional(readOnly = true)
public class SeenMatters {

    /** After this many refusals the leader above decides (P6). */
    private static final int REFUSED_TOO_OFTEN = 2;

    private static final int MANY = 2_000;

    private static final int COUNTED_OF_MANY = 500;

    /**
     * The viewer.
     *
     * @param unitId the viewer's unit
     * @param leads whether they see all of it, and of the units below it
     */
    public record Viewer(String unitId, String login, boolean leads) {}

    /** The rights of a person to a matter. */
    public enum Sight {
        /** Leads the unit that has the matter. */
        LEADS,
        /** Is responsible for it. */
        RESPONSIBLE,
        /** Leads a unit above the one that has the matter: may look, urge and export, and changes nothing. */
        ABOVE,
        /** Received the petitioner, or belongs to a unit that is asked: may look, and changes nothing. */
        READS
    }

    /** Somebody of the unit listened to the petitioner, also in a repeat visit. */
    private static final String RECEIVED_BY_THEM = """
            exists (select from matter_event e where e.matter_id = m.id and e.who = :login and e.unit_id = :viewing
                      and e.kind in ('RECEIVED', 'REPEAT_VISIT', 'REOPENED'))""";

    /** The questions that everybody in a unit can answer. */
    private static final String ASKED = """
            exists (select from matter_coordination c where c.matter_id = m.id and c.unit_id = :viewing
                      and c.answered_at is null and c.ended_at is null)
            or exists (select from matter_transfer t where t.matter_id = m.id and t.to_unit = :viewing and t.answer is null)""";

    /** The questions to a unit's leaders only: an instruction, naming somebody, an alert. */
    private static final String LEADERS_ASKED = """
            or m.closed_at is null and exists (select from matter_instruction i where i.matter_id = m.id
                      and i.to_unit = :viewing and i.instruction is null and i.withdrawn_at is null)
            or m.closed_at is null and exists (select from matter_transfer t where t.matter_id = m.id
                      and t.to_unit = :viewing and t.answer = 'DECIDED' and t.moved_at is null)
            or exists (select from matter_alert a where a.matter_id = m.id and a.unit_id = :viewing
                      and (a.acknowledged_at is null or m.closed_at is null))""";

    private static final String OF_LEADERS =
            "(m.unit_id = any (:led) or m.received_by = any (:led) or " + ASKED + LEADERS_ASKED + ")";

    /** The same as {@link #OF_OTHERS}, from the person's own matters: for a list, since few of all matters are theirs. */
    private static final String AMONG_OWN = """
            m.id = any (array(
              select own.id from matter own where own.unit_id = :viewing and own.responsible = :login
              union select e.matter_id from matter_event e where e.who = :login and e.unit_id = :viewing
                and e.kind in ('RECEIVED', 'REPEAT_VISIT', 'REOPENED')
              union select c.matter_id from matter_coordination c where c.unit_id = :viewing
                and c.answered_at is null and c.ended_at is null
              union select t.matter_id from matter_transfer t where t.to_unit = :viewing and t.answer is null
              union select r.matter_id from matter_review r where r.unit_id = :viewing and r.reviewer = :login))
            """;

    /** Somebody of a unit above reviews the answer. */
    private static final String REVIEWED_BY_THEM = """
            exists (select from matter_review r where r.matter_id = m.id and r.unit_id = :viewing and r.reviewer = :login)""";

    private static final String OF_OTHERS = "(m.unit_id = :viewing and m.responsible = :login or " + RECEIVED_BY_THEM
            + " or " + REVIEWED_BY_THEM + " or " + ASKED + ")";

    private final MatterSearch search;
    private final Transfers transfers;
    private final TransferDecisions decisions;
    private final Units units;
    private final JdbcClient db;

    SeenMatters(MatterSearch search, Transfers transfers, TransferDecisions decisions, Units units, JdbcClient db) {
        this.search = search;
        this.transfers = transfers;
        this.decisions = decisions;
        this.units = units;
        this.db = db;
    }

    /** The units whose matters the viewer sees as a leader: theirs first, then those below. None for others. */
    public List<Unit> led(Viewer viewer) {
        return viewer.leads()
                ? Stream.concat(Stream.of(units.get(viewer.unitId())), units.below(viewer.unitId()).stream())
                        .toList()
                : List.of();
    }

    /**
     * @param filter a filter for the viewer's unit, or for one below it
     * @param after null for the first page
     */
    public Found<Matter> find(MatterFilter filter, Viewer viewer, PageEnd after, int limit) {
        return search.find(filter, listed(viewer), after, limit);
    }

    /** Figures of the matters that the list shows; of the latest ones if there are very many. */
    public Counted<Figures> figures(MatterFilter filter, Viewer viewer) {
        return search.figures(filter, listed(viewer));
    }

    /**
     * The number of matters that are overdue now: all of the unit and those below it for its leaders, else those that
     * the person is responsible for.
     */
    public long overdue(Viewer viewer) {
        return db.sql("""
                        select count(*) from matter where unit_id = any (:units) and overdue_since is not null
                          and closed_at is null and (:leads or responsible = :login)
                        """)
                .param("units", viewer.leads() ? ids(viewer) : new String[] {viewer.unitId()})
                .param("leads", viewer.leads())
                .param("login", viewer.login())
                .query(Long.class)
                .single();
    }

    /** Those of these matters that the person may look into. */
    public Set<MatterId> seen(Collection<MatterId> matterIds, Viewer viewer) {
        if (matterIds.isEmpty()) {
            return Set.of();
        }
        Condition seen = seen(viewer);
        return db
                .sql("select m.id from matter m where m.id = any (:ids) and " + seen.sql())
                .params(seen.values())
                .param("ids", matterIds.stream().map(MatterId::value).toArray(String[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(MatterId::new)
                .collect(Collectors.toSet());
    }

    /** @return empty for a person who may not look into the matter */
    public Optional<Sight> sight(Matter matter, Viewer viewer) {
        boolean own = matter.unitId().equals(viewer.unitId());
        if (own && viewer.leads()) {
            return Optional.of(Sight.LEADS);
        }
        if (own && viewer.login().equals(matter.responsible())) {
            return Optional.of(Sight.RESPONSIBLE);
        }
        if (viewer.leads() && isBelow(matter.unitId(), viewer.unitId())) {
            return Optional.of(Sight.ABOVE);
        }
        boolean reads = !seen(Set.of(matter.id()), viewer).isEmpty() || viewer.leads() && decides(matter, viewer);
        return reads ? Optional.of(Sight.READS) : Optional.empty();
    }

    private boolean isBelow(String unitId, String upper) {
        return units.above(unitId).stream().anyMatch(unit -> unit.id().equals(upper));
    }

    private boolean decides(Matter matter, Viewer viewer) {
        return matter.isOpen()
                && transfers
                        .last(matter.id())
                        .filter(last -> last.answer() == Answer.REFUSED)
                        .isPresent()
                && decisions.refusals(matter.id()) >= REFUSED_TOO_OFTEN
                && decisions.decider(matter.id()).id().equals(viewer.unitId());
    }

    private Condition seen(Viewer viewer) {
        return condition(viewer, viewer.leads() ? OF_LEADERS : OF_OTHERS);
    }

    /** For somebody with very many matters it is quicker to look which of the latest ones are theirs. */
    private Condition listed(Viewer viewer) {
        if (viewer.leads()) {
            return condition(viewer, OF_LEADERS);
        }
        Map<String, Object> values = Map.of("viewing", viewer.unitId(), "login", viewer.login());
        boolean many = db.sql("""
                        select exists (select from matter where responsible = :login order by opened_at desc offset :many limit 1)
                          or exists (select from matter_event where who = :login and unit_id = :viewing
                            and kind in ('RECEIVED', 'REPEAT_VISIT', 'REOPENED') offset :many limit 1)
                        """)
                .params(values)
                .param("many", MANY)
                .query(Boolean.class)
                .single();
        return many
                ? new Condition(OF_OTHERS, values, false, COUNTED_OF_MANY)
                : new Condition(AMONG_OWN, values, true, MatterSearch.COUNTED);
    }

    private Condition condition(Viewer viewer, String sql) {
        Map<String, Object> values = new HashMap<>(Map.of("viewing", viewer.unitId()));
        if (viewer.leads()) {
            values.put("led", ids(viewer));
        } else {
            values.put("login", viewer.login());
        }
        return new Condition(sql, values, false, MatterSearch.COUNTED);
    }

    private String[] ids(Viewer viewer) {
        return led(viewer).stream().map(Unit::id).toArray(String[]::new);
    }
}
