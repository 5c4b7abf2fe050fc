package io.rotadesk.petition.matter;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What petitioners brought with them. */
@Repository
class Materials implements TextsAboutMatters {

    private final JdbcClient db;
    private final Clock clock;

    Materials(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** In the order in which they were recorded. */
    List<Material> of(MatterId matterId) {
        return db.sql("select name, shows from matter_material where matter_id = ? order by place")
                .param(matterId.value())
                .query(Material.class)
                .list();
    }

    void add(MatterId matterId, List<Material> brought) {
        int place = db.sql("select coalesce(max(place), 0) from matter_material where matter_id = ?")
                .param(matterId.value())
                .query(Integer.class)
                .single();
        for (Material material : brought) {
            db.sql("insert into matter_material (matter_id, place, name, shows, at) values (?, ?, ?, ?, ?)")
                    .param(matterId.value())
                    .param(++place)
                    .param(material.name())
                    .param(material.shows())
                    .param(Timestamp.from(clock.instant()))
                    .update();
        }
    }

    @Override
    public String tableOfTexts() {
        return "matter_material";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("name", "shows");
    }

    /** Nothing of them is left, not even how many they were. */
    @Override
    public String emptied() {
        return "delete from matter_material";
    }
}
