package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.register.OncePerTransaction;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The identities of petitioners, as far as they said them; nobody has to. */
@Repository
@Transactional
public class Identities implements TextsAboutMatters {

    /**
     * What somebody typed.
     *
     * @param kind the name of a {@link PetitionerKind}; null or blank for a person
     * @param idNumber the number, or as it was shown: then it stays; null or blank for none
     * @param address null or blank for none
     * @param representatives names, one a line or with commas between; null or blank for none
     */
    public record Typed(String kind, String idNumber, String address, String representatives) {

        boolean isEmpty() {
            return Stream.of(kind, idNumber, address, representatives)
                    .map(SafeText::orNull)
                    .allMatch(Objects::isNull);
        }
    }

    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_NAME = 100;

    /** How many matters a search by the end of a number finds at most. */
    private static final int FOUND = 200;

    private final MatterRows rows;
    private final MatterNumbers numbers;
    private final Units units;
    private final JdbcClient db;
    private final OncePerTransaction<MatterId, Identity> known = new OncePerTransaction<>();

    Identities(MatterRows rows, MatterNumbers numbers, Units units, JdbcClient db) {
        this.rows = rows;
        this.numbers = numbers;
        this.units = units;
        this.db = db;
    }

    /** What is known; never null. Within a transaction it is read once. */
    @Transactional(readOnly = true)
    public Identity of(MatterId matterId) {
        return known.get(matterId, () -> Optional.of(read(matterId))).orElseThrow();
    }

    private Identity read(MatterId matterId) {
        return db.sql("""
                        select kind, id_number, address, array(
                          select name from matter_representative where matter_id = :matter order by place) as names
                        from matter_identity where matter_id = :matter
                        """)
                .param("matter", matterId.value())
                .query((row, number) -> new Identity(
                        PetitionerKind.valueOf(row.getString("kind")),
                        row.getString("id_number") == null ? null : new IdNumber(row.getString("id_number")),
                        row.getString("address"),
                        List.of((String[]) row.getArray("names").getArray())))
                .optional()
                .orElse(Identity.UNKNOWN);
    }

    /**
     * Writes down what the petitioner said of themselves.
     *
     * @throws MatterRefusal naming the field; nothing is saved then
     */
    public void save(MatterId matterId, Typed typed) {
        Matter matter = rows.hold(matterId);
        Identity before = of(matterId);
        if (typed.isEmpty() && before.isUnknown() || matter.erasedAt() != null) {
            return;
        }
        Identity said = checked(matter.rootUnitId(), typed, before);
        known.forget(matterId);
        db.sql("""
                        insert into matter_identity (matter_id, root_unit_id, kind, id_number, address)
                        values (:matter, :root, :kind, :number, :address)
                        on conflict (matter_id) do update set kind = excluded.kind, id_number = excluded.id_number,
                          address = excluded.address
                        """)
                .param("matter", matterId.value())
                .param("root", matter.rootUnitId())
                .param("kind", said.kind().name())
                .param(
                        "number",
                        said.idNumber() == null ? null : said.idNumber().text())
                .param("address", said.address())
                .update();
        if (!said.representatives().equals(before.representatives())) {
            db.sql("delete from matter_representative where matter_id = ?")
                    .param(matterId.value())
                    .update();
            db.sql("""
                            insert into matter_representative (matter_id, place, name)
                            select :matter, place, name from unnest(:names::text[]) with ordinality as n (name, place)
                            """)
                    .param("matter", matterId.value())
                    .param("names", said.representatives().toArray(String[]::new))
                    .update();
        }
    }

    /**
     * Checks what somebody typed before there is a matter.
     *
     * @param anonymous whether the petitioner does not want to be named; then they can have a kind and nothing else
     * @throws MatterRefusal naming the field
     */
    @Transactional(readOnly = true)
    public void check(String unitId, Typed typed, boolean anonymous) {
        Identity said = checked(numbers.root(unitId), typed, Identity.UNKNOWN);
        if (anonymous) {
            requireUnsaid("idNumber", said.idNumber() == null);
            requireUnsaid("address", said.address() == null);
            requireUnsaid("representatives", said.representatives().isEmpty());
        }
    }

    private static void requireUnsaid(String field, boolean unsaid) {
        if (!unsaid) {
            throw new MatterRefusal(field, "identity.ofAnonymous");
        }
    }

    private Identity checked(String rootUnitId, Typed typed, Identity before) {
        PetitionerKind kind = SafeText.orNull(typed.kind()) == null
                ? PetitionerKind.PERSON
                : PetitionerKind.of(typed.kind())
                        .orElseThrow(() -> new MatterRefusal("petitionerKind", "petitionerKind.unknown"));
        String address = SafeText.orNull(typed.address());
        if (address != null && address.length() > LONGEST_ADDRESS) {
            throw new MatterRefusal("address", "address.tooLong", LONGEST_ADDRESS);
        }
        return new Identity(
                kind, number(kind, typed.idNumber(), before), address, names(rootUnitId, typed.representatives()));
    }

    private static IdNumber number(PetitionerKind kind, String typed, Identity before) {
        String text = SafeText.orNull(typed);
        if (text == null) {
            return null;
        }
        if (before.maskedNumber().filter(text::equals).isPresent()) {
            return before.idNumber();
        }
        return (kind == PetitionerKind.PERSON ? IdNumber.ofPerson(text) : IdNumber.ofOrganisation(text))
                // The number itself must stand in no message and in no log.
                .orElseThrow(() -> new MatterRefusal(
                        "idNumber", kind == PetitionerKind.PERSON ? "idNumber.bad" : "idNumber.badCode"));
    }

    private List<String> names(String rootUnitId, String typed) {
        List<String> names = typed == null
                ? List.of()
                : Stream.of(typed.split("[\\n,，、;；]"))
                        .map(SafeText::orNull)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        int most = units.get(rootUnitId).settings().get(GroupSettings.class).representatives();
        if (names.size() > most) {
            throw new MatterRefusal("representatives", "representatives.tooMany", most);
        }
        if (names.stream().anyMatch(name -> name.length() > LONGEST_NAME)) {
            throw new MatterRefusal("representatives", "representatives.tooLong", LONGEST_NAME);
        }
        return names;
    }

    /** The matters of the unit's tree whose petitioner's number ends like this, some of them if there are very many. */
    @Transactional(readOnly = true)
    Set<MatterId> endingWith(String unitId, String end) {
        String reversed = new StringBuilder(IdNumber.plain(end)).reverse().toString();
        if (!reversed.matches("[0-9A-Z]{4,18}")) {
            return Set.of();
        }
        return db
                .sql("""
                        select matter_id from matter_identity
                        where root_unit_id = :root and id_number is not null and reverse(id_number) like :end
                        limit :most
                        """)
                .param("root", numbers.root(unitId))
                .param("end", reversed + "%")
                .param("most", FOUND)
                .query(String.class)
                .list()
                .stream()
                .map(MatterId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public String tableOfTexts() {
        return "matter_identity";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("id_number", "address");
    }
}
