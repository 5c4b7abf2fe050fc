package io.rotadesk.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.visit.Announcement;
import io.rotadesk.visit.Visit;
import io.rotadesk.visit.VisitKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A visitor who is erased is nowhere any more: not in our tables, not in the engine's, not in what open tasks show. */
class ErasedVisitorTest extends VisitScenario {

    private static final String NAME = "欧阳访客";
    private static final String SAID = "想把茶楼开在转角";
    private static final String NUMBER = "13987650777";

    @Autowired
    JdbcClient db;

    @Test
    void nothingOfTheVisitorIsLeftInAnyTable() {
        VisitKey registered = announced(NUMBER);
        greetsNew(registered, first());
        confirmsIntent(registered);
        complete(taskAt(registered, "Task_TourProject"), "tourRemarks", SAID, "stillHere", "yes");
        complete(taskAt(registered, "Task_Negotiate"), "negotiation", SAID, "stillHere", "yes");
        seesOff(registered);
        complete(
                taskAt(registered, "Task_RegisterVisit"),
                "customerName",
                NAME,
                "customerPhone",
                NUMBER,
                "remarks",
                SAID,
                "objections",
                SAID,
                "questionForManager",
                NAME + "问:" + SAID);
        VisitKey handedBack = announced(NUMBER);
        presence.away(first(), "外出");
        complete(taskAt(handedBack, "Task_GreetVisitor", first()), "purpose", Visit.VIEWING, "contactedBefore", "no");
        seesOff(handedBack);
        VisitKey expected = announced(
                new Announcement(NAME, NUMBER, 1, NAME + "公司", in(Duration.ofHours(2)), null, null, Visit.VIEWING));
        timerFires(expected, "Event_MeetingNear", Duration.ofMinutes(90));
        assertThat(placesThatHold(NAME)).as("known before").isNotEmpty();
        assertThat(placesThatHold(SAID)).isNotEmpty();

        customers.erase(
                department.id(),
                customers.byPhone(department.id(), "+86" + NUMBER).get(0).id());

        assertThat(placesThatHold(NAME)).isEmpty();
        assertThat(placesThatHold(SAID)).isEmpty();
        assertThat(placesThatHold(NUMBER)).isEmpty();
        assertThat(placesThatHold("139 8765 0777")).isEmpty();
        assertThat(taskAt(handedBack, "Task_RegisterVisit"))
                .as("the task stays")
                .isNotNull();
        complete(taskAt(expected, "Task_MeetVisitor"), "arrival", "met");
    }

    private VisitKey announced(String number) {
        return announced(new Announcement(NAME, number, 1, null, null, null, null, Visit.VIEWING));
    }

    /** Every table and column of both schemas whose text holds the words. */
    private List<String> placesThatHold(String words) {
        List<String> places = new ArrayList<>();
        db.sql("""
                        select table_schema || '.' || table_name as name, column_name as part, data_type as type
                        from information_schema.columns
                        where table_schema in ('public', 'rotadesk')
                          and data_type in ('text', 'character varying', 'jsonb', 'ARRAY', 'bytea')
                        """).query().listOfRows().forEach(column -> {
            String part = "\"" + column.get("part") + "\"";
            String bytes = "bytea".equals(column.get("type")) ? part : "convert_to(" + part + "::text, 'UTF8')";
            boolean found = db.sql("select exists (select from " + column.get("name")
                            + " where position(convert_to(:words, 'UTF8') in " + bytes + ") > 0)")
                    .param("words", words)
                    .query(Boolean.class)
                    .single();
            if (found) {
                places.add(column.get("name") + "." + column.get("part"));
            }
        });
        return places;
    }
}
