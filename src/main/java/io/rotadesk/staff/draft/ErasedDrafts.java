package io.rotadesk.staff.draft;

import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes what is typed and not sent yet about a person who is erased. */
@Component
class ErasedDrafts implements PersonalRecords {

    private final JdbcClient db;

    ErasedDrafts(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "drafts";
    }

    @Override
    public int erase(Person person, String by) {
        int removed = 0;
        for (String digits : person.digits()) {
            removed += db.sql("""
                            delete from task_draft where unit_id in (:unit, '')
                              and position(:digits in regexp_replace(typed, '[^0-9]', '', 'g')) > 0
                            """)
                    .param("unit", person.unitId())
                    .param("digits", digits)
                    .update();
        }
        return removed;
    }
}
