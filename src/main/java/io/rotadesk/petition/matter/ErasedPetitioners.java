package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.ReopeningRule.Kept;
import io.rotadesk.staff.erasing.Mentions;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases a petitioner from the register, with all that people wrote about their matters, and their number from what people
 * wrote about others. The register then only shows that there were matters.
 */
@Component
class ErasedPetitioners {

    private final MatterRows rows;
    private final MatterTimeline timeline;
    private final List<TextsAboutMatters> texts;
    private final Mentions mentions;
    private final Units units;
    private final ReopeningRule rule;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ErasedPetitioners(
            MatterRows rows,
            MatterTimeline timeline,
            List<TextsAboutMatters> texts,
            Mentions mentions,
            Units units,
            ReopeningRule rule,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.texts = texts;
        this.mentions = mentions;
        this.units = units;
        this.rule = rule;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @return the number of matters
     * @throws OpenMatterException if one of them is not closed, or under review: somebody still has to answer the petitioner
     */
    int erase(Matter named, String by) {
        List<Matter> theirs = theirs(named);
        theirs.stream().filter(this::isInHand).findFirst().ifPresent(open -> {
            throw new OpenMatterException(open.number());
        });
        List<MatterId> ids = theirs.stream().map(Matter::id).toList();
        for (Matter matter : theirs) {
            rows.save(matter, matter.erased(clock.instant()));
        }
        texts.forEach(table -> db.sql(table.emptied() + " where matter_id = any (:matters)")
                .param("matters", ids.stream().map(MatterId::value).toArray(String[]::new))
                .update());
        for (MatterId id : ids) {
            timeline.add(rows.get(id), TimelineKind.ERASED, by, null);
        }
        person(named).ifPresent(person -> mentions.erase(tree(named.rootUnitId()), person));
        events.publishEvent(new PetitionerErased(
                named.rootUnitId(),
                ids,
                theirs.stream().map(Matter::ticketId).filter(Objects::nonNull).toList(),
                named.petitionerPhone()));
        return ids.size();
    }

    /** The numbers of the petitioner's matters that are open. */
    List<String> open(Matter named) {
        return theirs(named).stream().filter(this::isInHand).map(Matter::number).toList();
    }

    private Optional<Person> person(Matter named) {
        return Person.withNumber(
                named.unitId(),
                named.petitionerPhone(),
                units.get(named.unitId()).settings().numbering());
    }

    private boolean isInHand(Matter matter) {
        return matter.isOpen() || matter.isClosed() && rule.kept(matter).equals(Optional.of(Kept.UNDER_REVIEW));
    }

    private List<String> tree(String rootUnitId) {
        return Stream.concat(
                        Stream.of(rootUnitId), units.below(rootUnitId).stream().map(Unit::id))
                .toList();
    }

    /** The matter, all matters of the tree with the same number, and their repeat visits. */
    private List<Matter> theirs(Matter named) {
        return db.sql("""
                        with theirs as (
                          select id, joined_into from matter
                          where root_unit_id = :root and (id = :id or petitioner_phone = :phone
                            or regexp_replace(petitioner_phone, '\\D', '', 'g') = any (:digits)))
                        select * from matter where id in (select id from theirs)
                           or joined_into in (select id from theirs) or id in (select joined_into from theirs)
                        order by id for no key update
                        """)
                .param("root", named.rootUnitId())
                .param("id", named.id().value())
                .param("phone", named.petitionerPhone())
                .param(
                        "digits",
                        person(named).stream().flatMap(Person::digitsInFull).toArray(String[]::new))
                .query(MatterRows.MATTERS)
                .list();
    }
}
