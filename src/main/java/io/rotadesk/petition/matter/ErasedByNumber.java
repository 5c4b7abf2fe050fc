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

    /** Somebody still has to answer the person. */
    @Override
    public boolean isInHand(Person person) {
        return db.sql("""
                        select exists (select from matter where unit_id = :unit
                          and state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')
                          and regexp_replace(petitioner_phone, '\\D', '', 'g') = any (:digits))""")
                .param("unit", person.unitId())
                .param("digits", person.digits())
                .query(Boolean.class)
                .single();
    }

    @Override
    public int erase(Person person, String by) {
        List<String> theirs = db.sql("""
                        select id from matter where unit_id = :unit
                          and regexp_replace(petitioner_phone, '\\D', '', 'g') = any (:digits) order by id""")
                .param("unit", person.unitId())
                .param("digits", person.digits())
                .query(String.class)
                .list();
        int erased = 0;
        for (String id : theirs) {
            Matter matter = rows.get(new MatterId(id));
            // Erasing the first of them erases the others too.
            if (matter.petitionerPhone() != null || matter.petitionerName() != null) {
                erased += erasing.erase(matter, by);
            }
        }
        return erased;
    }
}
