package io.rotadesk.petition.matter;

import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases the matters of a petitioner by telephone number. */
@Component
class ErasedByNumber implements PersonalRecords {

    private final JdbcClient db;
    private final MatterRows rows;
    private final ErasedPetitioners erasing;

    ErasedByNumber(JdbcClient db, MatterRows rows, ErasedPetitioners erasing) {
        this.db = db;
        this.rows = rows;
        this.erasing = erasing;
    }

    @Override
    public String kind() {
        return "matters";
    }

    /** Somebody still has to answer the person, at this unit or at another of the tree. */
    @Override
    public List<String> open(Person person) {
        return theirs(person).stream()
                .flatMap(id -> erasing.open(rows.get(id)).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<MatterId> theirs(Person person) {
        return db.sql("""
                        select id from matter where unit_id = :unit
                          and regexp_replace(petitioner_phone, '\\D', '', 'g') = any (:digits) order by id""")
                .param("unit", person.unitId())
                .param("digits", person.digits())
                .query((row, number) -> new MatterId(row.getString("id")))
                .list();
    }

    @Override
    public int erase(Person person, String by) {
        int erased = 0;
        for (MatterId id : theirs(person)) {
            Matter matter = rows.get(id);
            // Erasing the first of them erases the others too.
            if (matter.petitionerPhone() != null || matter.petitionerName() != null) {
                erased += erasing.erase(matter, by);
            }
        }
        return erased;
    }
}
