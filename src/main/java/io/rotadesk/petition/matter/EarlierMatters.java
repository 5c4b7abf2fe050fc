package io.rotadesk.petition.matter;

import io.rotadesk.petition.matter.EarlierMatter.Sign;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Recognises a repeat visit (P6): what a petitioner, or somebody with their name, came with before. */
@Repository
@Transactional(readOnly = true)
public class EarlierMatters {

    /** How many matters of one number, identity or name are looked at: the latest. */
    private static final int OF_ONE_SIGN = 30;

    private final MatterNumbers numbers;
    private final Identities identities;
    private final JdbcClient db;

    EarlierMatters(MatterNumbers numbers, Identities identities, JdbcClient db) {
        this.numbers = numbers;
        this.identities = identities;
        this.db = db;
    }

    /**
     * The matters of the tree that somebody was received with and that may be the same as this one. The surest come first; among
     * those that only the name recognises, the ones that read most like this one; then the latest. The name alone finds matters
     * of the unit and of the units below it only: what others of that name told another unit is not shown.
     *
     * @param atMost how many
     */
    public List<EarlierMatter> of(Matter matter, int atMost) {
        String phone = PhoneNumbers.e164(matter.petitionerPhone()).isEmpty() ? null : matter.petitionerPhone();
        IdNumber id = identities.of(matter.id()).idNumber();
        if (matter.earlierId() == null && phone == null && id == null && matter.petitionerName() == null) {
            return List.of();
        }
        String told = told(matter);
        return db
                .sql("""
                        with recursive below (id) as (
                          select cast(:unit as text)
                          union
                          select u.id from unit u join below b on u.parent_id = b.id)
                        select m.*, found.sign from (
                          select id, min(sign) as sign from (
                            select id, 0 as sign from matter where id = :earlier
                            union all
                            (select coalesce(v.joined_into, v.id), 1
                              from matter_identity i join matter v on v.id = i.matter_id
                              where i.root_unit_id = :root and i.id_number is not null
                                and reverse(i.id_number) = reverse(:number)
                              order by v.opened_at desc limit :ofOneSign)
                            union all
                            (select coalesce(joined_into, id), 2 from matter
                              where root_unit_id = :root and petitioner_phone = :phone
                              order by opened_at desc limit :ofOneSign)
                            union all
                            (select id, 3 from matter where root_unit_id = :root and petitioner_name = :name
                                and (unit_id in (select id from below) or received_by in (select id from below))
                              order by opened_at desc limit :ofOneSign)) signs
                          group by id) found
                        join matter m on m.id = found.id
                        where m.id <> :matter and m.state not in ('JOINED', 'NOT_RECEIVED') and m.received_at is not null
                        order by found.sign, m.opened_at desc, m.id desc
                        """)
                .param("unit", matter.unitId())
                .param("root", numbers.root(matter.unitId()))
                .param("matter", matter.id().value())
                .param(
                        "earlier",
                        matter.earlierId() == null ? null : matter.earlierId().value())
                .param("number", id == null ? null : id.text())
                .param("phone", phone)
                .param("name", matter.petitionerName())
                .param("ofOneSign", OF_ONE_SIGN)
                .query((row, place) ->
                        new EarlierMatter(MatterRows.MATTERS.mapRow(row, place), Sign.values()[row.getInt("sign")]))
                .list()
                .stream()
                .sorted(Comparator.comparing(EarlierMatter::by)
                        .thenComparing(
                                earlier -> earlier.isOfSamePetitioner() ? 0 : likeness(told, told(earlier.matter())),
                                Comparator.reverseOrder()))
                .limit(atMost)
                .toList();
    }

    private static String told(Matter matter) {
        return Stream.of(matter.summary(), matter.purpose(), matter.account())
                .filter(text -> text != null)
                .reduce("", (all, text) -> all + "\n" + text);
    }

    /** How many pairs of neighbouring signs two texts share: Chinese has no blanks between its words, and most have two signs. */
    private static int likeness(String one, String other) {
        Set<String> shared = pairs(one);
        shared.retainAll(pairs(other));
        return shared.size();
    }

    private static Set<String> pairs(String text) {
        return IntStream.range(0, text.length() - 1)
                .mapToObj(at -> text.substring(at, at + 2))
                .filter(pair -> pair.chars().allMatch(Character::isLetterOrDigit))
                .collect(HashSet::new, Set::add, Set::addAll);
    }
}
