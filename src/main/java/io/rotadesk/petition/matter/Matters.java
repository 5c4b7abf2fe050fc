package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of matters: opening, finding, classifying. Everything runs in the caller's transaction. */
@Service("matterRegister")
@Transactional
public class Matters {

    private final MatterRows rows;
    private final MatterNumbers numbers;
    private final MatterTimeline timeline;
    private final MatterCategories categories;
    private final Materials materials;
    private final Units units;
    private final ErasedPetitioners erasing;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Matters(
            MatterRows rows,
            MatterNumbers numbers,
            MatterTimeline timeline,
            MatterCategories categories,
            Materials materials,
            Units units,
            ErasedPetitioners erasing,
            JdbcClient db,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.timeline = timeline;
        this.categories = categories;
        this.materials = materials;
        this.units = units;
        this.erasing = erasing;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a matter when its petitioner is registered, and gives it a number. */
    public Matter begin(NewMatter opening) {
        String root = numbers.root(opening.unitId());
        Petitioner petitioner = new Petitioner(
                SafeText.orNull(opening.petitionerName()),
                phone(opening.unitId(), opening.petitionerPhone()),
                opening.anonymous(),
                Math.max(1, opening.groupSize()));
        // The serial first: registrations of the tree come one after the other from here on.
        String number = numbers.next(root);
        MatterId earlier = named(opening.unitId(), opening.earlierMatter(), opening.petitionerPhone())
                .map(Matter::id)
                .orElse(null);
        Matter matter = rows.add(Matter.begun(
                new MatterId(UUID.randomUUID().toString()),
                number,
                root,
                opening.ticketId(),
                clock.instant(),
                opening.openedBy(),
                petitioner,
                Statement.atRegistration(SafeText.orNull(opening.summary()), opening.destination(), earlier),
                Handling.of(opening.unitId()),
                opening.agreesToMessages() && petitioner.phone() != null
                        ? new Consent(clock.instant(), opening.openedBy())
                        : Consent.NONE));
        timeline.add(matter, TimelineKind.REGISTERED, opening.openedBy(), null);
        return matter;
    }

    public Optional<Matter> find(MatterId id) {
        return rows.find(id);
    }

    /** @throws NoSuchElementException if there is none */
    public Matter get(MatterId id) {
        return rows.get(id);
    }

    /**
     * Locks the matter: nobody else changes it until the transaction ends.
     *
     * @throws NoSuchElementException if there is none
     */
    public Matter hold(MatterId id) {
        return rows.hold(id);
    }

    /**
     * The earlier matter that a petitioner names at a unit. The unit, or one below it, must have it, or it came to the
     * unit first; another unit's matter is found only by the petitioner's own phone number.
     *
     * @param number as typed; null or blank finds none
     * @param phone the petitioner's number, as written; null if they gave none
     * @return the matter; for the number of a repeat visit, the earlier matter
     */
    public Optional<Matter> named(String unitId, String number, String phone) {
        if (number == null || number.isBlank()) {
            return Optional.empty();
        }
        return db.sql("""
            with recursive below (id) as (
              select cast(:unit as text)
              union
              select u.id from unit u join below b on u.parent_id = b.id)
            select m.* from matter named join matter m on m.id = coalesce(named.joined_into, named.id)
            where named.root_unit_id = :root and named.number = :number
              and (m.unit_id in (select id from below) or m.received_by in (select id from below)
                or named.received_by in (select id from below)
                or exists (select from matter came where came.petitioner_phone = cast(:phone as text)
                             and coalesce(came.joined_into, came.id) = m.id))
            """)
                .param("unit", unitId)
                .param("root", numbers.root(unitId))
                .param("phone", PhoneNumbers.e164(phone, numbering(unitId)).orElse(null))
                .param("number", number.strip())
                .query(MatterRows.MATTERS)
                .optional();
    }

    /**
     * Whether the unit has or had the matter, was asked about it, or got it back; also true if there is no such matter.
     */
    @Transactional(readOnly = true)
    public boolean concerns(MatterId matterId, String unitId) {
        return db.sql("""
            select not exists (select from matter where id = :matter)
              or exists (select from matter where id = :matter and :unit in (unit_id, received_by))
              or exists (select from matter_unit where matter_id = :matter and unit_id = :unit)
              or exists (select from ticket where matter_id = :matter and unit_id = :unit)
            """)
                .param("matter", matterId.value())
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Earlier matters of the unit's tree with this phone number, latest first, without repeat visits.
     *
     * @param phone as written; null or blank finds none
     */
    public List<Matter> byPhone(String unitId, String phone, int atMost) {
        if (PhoneNumbers.e164(phone, numbering(unitId)).isEmpty()) {
            // A text that is no number is many people's.
            return List.of();
        }
        return db.sql("""
            select * from matter where root_unit_id = :root and petitioner_phone = :phone
              and state not in ('JOINED', 'NOT_RECEIVED')
            order by opened_at desc, id desc limit :atMost
            """)
                .param("root", numbers.root(unitId))
                .param("phone", phone(unitId, phone))
                .param("atMost", atMost)
                .query(MatterRows.MATTERS)
                .list();
    }

    /** The repeat visits of a matter, in order. */
    public List<Matter> repeatVisits(MatterId matterId) {
        return db.sql("select * from matter where joined_into = ? order by opened_at, id")
                .param(matterId.value())
                .query(MatterRows.MATTERS)
                .list();
    }

    /** The unit that received the petitioner when the matter began or, once it was closed, when they came back with it. */
    @Transactional(readOnly = true)
    public String receivedLastBy(Matter matter) {
        return matter.reopenedAt() == null
                ? matter.receivedBy()
                : db.sql("""
                            select unit_id from matter where joined_into = ? and received_at <= ?
                            order by received_at desc, id desc limit 1
                            """)
                        .param(matter.id().value())
                        .param(Timestamp.from(matter.reopenedAt()))
                        .query(String.class)
                        .optional()
                        .orElse(matter.receivedBy());
    }

    /**
     * The petitioner agrees to be sent messages about the matter, or does not any more. Said again, it changes nothing.
     *
     * @throws MatterRefusal if there is no number to which they could be sent
     */
    public Matter agreesToMessages(MatterId matterId, boolean agrees, String by) {
        Matter before = rows.hold(matterId);
        if (before.agreesToMessages() == agrees) {
            return before;
        }
        if (agrees && (before.petitionerPhone() == null || before.erasedAt() != null)) {
            throw new MatterRefusal("agreesToMessages", "agreesToMessages.noPhone");
        }
        Matter matter = rows.save(before, agrees ? before.agreed(by, clock.instant()) : before.disagreed());
        timeline.add(matter, agrees ? TimelineKind.MESSAGES_AGREED : TimelineKind.MESSAGES_WITHDRAWN, by, null);
        return matter;
    }

    /** The materials, in the order in which they were recorded. */
    public List<Material> materials(MatterId matterId) {
        return materials.of(matterId);
    }

    /** Puts the matter into another category without a reason. */
    public Matter reclassify(MatterId matterId, String category, String by) {
        return reclassify(matterId, category, null, by);
    }

    /**
     * Puts the matter into another category; publishes {@link MatterReclassified}. The same category is no change.
     *
     * @param chosen one of {@link MatterCategories#codes(String)}
     * @param reason for the timeline; null if none is given
     * @throws MatterRefusal naming the field
     */
    public Matter reclassify(MatterId matterId, String chosen, String reason, String by) {
        Matter before = rows.hold(matterId);
        String category = categories.chosen(before.rootUnitId(), chosen);
        if (category.equals(before.category())) {
            return before;
        }
        Matter matter = rows.save(before, before.classified(category));
        timeline.add(
                matter,
                TimelineKind.RECLASSIFIED,
                by,
                (before.category() == null ? "" : before.category())
                        + "→" + category
                        + (SafeText.orNull(reason) == null ? "" : "：" + reason.strip()));
        events.publishEvent(new MatterReclassified(
                matter.id(), matter.unitId(), matter.rootUnitId(), before.category(), category, by, clock.instant()));
        return matter;
    }

    /**
     * Erases the petitioner of a matter everywhere: in all matters of the tree with the same phone number, in their
     * texts, and in open tasks; publishes {@link PetitionerErased}. The register then only shows that there were
     * matters.
     *
     * @return the number of matters
     * @throws OpenMatterException if one of them is not closed
     */
    public int erasePetitioner(MatterId matterId, String by) {
        return erasing.erase(rows.get(matterId), by);
    }

    /** The number as we keep numbers, read as people of this unit write it; a text that is no number is kept as it is. */
    String phone(String unitId, String written) {
        String typed = SafeText.orNull(written);
        return typed == null
                ? null
                : PhoneNumbers.e164(typed, numbering(unitId)).orElse(typed.strip());
    }

    private Numbering numbering(String unitId) {
        return units.get(unitId).settings().numbering();
    }
}
