package io.rotadesk.petition.reception;

import io.rotadesk.platform.input.SafeText;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The windows at which people receive (P3): each person says at which one they sit. */
@Repository
@Transactional
public class HallWindows {

    private static final int LONGEST = 20;

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    HallWindows(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /** The windows of a unit's people by login: a number or a name. Somebody who has named none is left out. */
    @Transactional(readOnly = true)
    public Map<String, String> of(String unitId) {
        Map<String, String> windows = new HashMap<>();
        db.sql("select login, name from hall_window where unit_id = ?")
                .param(unitId)
                .query((RowCallbackHandler) row -> windows.put(row.getString("login"), row.getString("name")));
        return windows;
    }

    /**
     * A person sits at that window from now on.
     *
     * @param window a number or a name; null or blank for none; cut to 20 characters
     */
    public void sits(String unitId, String login, String window) {
        String name = SafeText.orNull(window);
        if (name == null) {
            db.sql("delete from hall_window where login = ?").param(login).update();
        } else {
            db.sql("""
                            insert into hall_window (login, unit_id, name) values (:login, :unit, :name)
                            on conflict (login) do update set unit_id = excluded.unit_id, name = excluded.name
                            """)
                    .param("login", login)
                    .param("unit", unitId)
                    .param("name", name.length() <= LONGEST ? name : name.substring(0, LONGEST))
                    .update();
        }
        events.publishEvent(new TicketChanged(unitId));
    }
}
