package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.TestClock;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** The leaders' board: what is open, by unit, person and category, each number with its list. */
class OpenMattersBoardTest extends TownScene {

    private static final Pattern CELL =
            Pattern.compile("href=\"(/desk/matters\\?[^\"]+)\"[^>]*>\\s*(?:<b[^>]*>)?(\\d+)<", Pattern.DOTALL);

    @Test
    @Tag("P4")
    @Tag("P7")
    void eachNumberIsALinkToTheMattersThatItCounts() {
        Matter late = planned(town.office, "梁大妈", "13800000301", LocalDate.of(2026, 3, 6));
        Matter thisWeek = planned(village, "吴小兰", "13800000302", LocalDate.of(2026, 3, 15));
        Matter later = planned(village, "郑某", "13800000303", LocalDate.of(2026, 3, 16));
        Matter closed = received(village, "何某", "13800000304");
        db.sql("update matter set state = 'CLOSED', closed_at = now() where id = ?")
                .param(closed.id().value())
                .update();
        // Monday of the week that ends with the fifteenth.
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(7)));

        DeskBrowser.Page board = top.get("/desk/matters/board?unit=" + town.centre.id());
        assertThat(board.text()).contains("3 在办", "1 本周到期", "1 已超期", late.number(), "接待员1");
        int links = 0;
        Matcher cell = CELL.matcher(board.html());
        while (cell.find()) {
            String list = HtmlUtils.htmlUnescape(cell.group(1));
            assertThat(rows(top.get(list).html())).as(list).hasSize(Integer.parseInt(cell.group(2)));
            links++;
        }
        assertThat(links).as("totals, units, people, categories").isGreaterThan(12);
        assertThat(top.get(list(town.centre, "&due=week")).text())
                .contains(thisWeek.number())
                .doesNotContain(late.number(), later.number());
        assertThat(top.get(list(town.centre, "&due=late")).text())
                .contains(late.number())
                .doesNotContain(thisWeek.number());
        assertThat(rows(top.get(list(town.centre, "&sort=due")).html()))
                .containsExactly(late.number(), thisWeek.number(), later.number());
        assertThat(top.get(list(town.centre, "&due=never")).status()).isEqualTo(400);
    }

    @Test
    @Tag("P7")
    void aCategoryCountsThoseBelowItAsItsListDoes() {
        received(village, "吴小兰", "13800000312");
        top.post("/desk/matters/categories", "unit", town.centre.id(), "name", "村道", "parent", "road");
        Matter below = received(village, "郑某", "13800000313");
        db.sql("update matter set category = (select code from matter_category where root_unit_id = ? and name = '村道')"
                        + " where id = ?")
                .param(town.centre.id())
                .param(below.id().value())
                .update();
        String html = top.get("/desk/matters/board?unit=" + town.centre.id()).html();
        Matcher cell = CELL.matcher(html.substring(html.indexOf("id=\"categories\""), html.indexOf("id=\"months\"")));
        List<Integer> counts = new ArrayList<>();
        while (cell.find()) {
            int count = Integer.parseInt(cell.group(2));
            assertThat(rows(top.get(HtmlUtils.htmlUnescape(cell.group(1))).html()))
                    .hasSize(count);
            counts.add(count);
        }
        assertThat(counts).as("the category and the one below it").containsExactly(2, 1);
    }

    @Test
    @Tag("P4")
    void theAgeOfMattersIsCounted() {
        received(village, "吴小兰", "13800000305");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(40)));
        received(village, "郑某", "13800000306");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(75)));
        assertThat(top.get("/desk/matters/board?unit=" + town.centre.id()).text())
                .contains("2 在办", "1 31–60 天", "1 60 天以上", "2026-03-02 最早登记的，已 75 天");
    }

    @Test
    @Tag("P5")
    void largeScaleEventsStandOnTop() {
        received(village, "吴小兰", "13800000307");
        Matter event = received(town.office, "刘代表", "13800000308");
        db.sql("update matter set large_scale = true, state = 'ALERTED' where id = ?")
                .param(event.id().value())
                .update();
        String board = top.get("/desk/matters/board?unit=" + town.centre.id()).html();
        assertThat(board.substring(board.indexOf("id=\"events\""), board.indexOf("id=\"urgent\"")))
                .contains(event.number());
        assertThat(rows(top.get(list(town.centre, "&largeScale=true")).html())).containsExactly(event.number());
    }

    @Test
    void theTablesAreSortedByWhatIsChosen() {
        planned(town.office, "梁大妈", "13800000309", LocalDate.of(2026, 3, 6));
        received(village, "吴小兰", "13800000310");
        received(village, "郑某", "13800000311");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(7)));
        String board = "/desk/matters/board?unit=" + town.centre.id();
        assertThat(units(board)).as("overdue first").containsExactly(town.office.id(), village.id());
        assertThat(units(board + "&sort=open")).containsExactly(village.id(), town.office.id());
        assertThat(top.get(board + "&sort=nonsense").status()).isEqualTo(200);
        assertThat(top.in(Locale.ENGLISH).get(board).text())
                .contains("By unit", "Overdue")
                .doesNotContain("??");
    }

    private List<String> units(String board) {
        String html = top.get(board).html();
        String table = html.substring(html.indexOf("id=\"units\""), html.indexOf("id=\"people\""));
        return all(Pattern.compile("接访点(reception-\\d+)"), table);
    }

    private static List<String> rows(String list) {
        return all(Pattern.compile("href=\"/desk/matters/[^\"?]+\">(\\d{4}-\\d{6})<"), list);
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
