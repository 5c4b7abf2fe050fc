package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.ListTooLongException;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.setup.RosterSetup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A wrong file, or one that is meant to keep the application busy, is refused before it is parsed. */
class RosterLimitsTest extends AccessTest {

    private static final int LINES = 5_000;
    private static final String HEADER = "login,name,mobile,extension,team,place,left\n";

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    RosterSetup setup;

    @Autowired
    Agents agents;

    private String unit;
    private String admin;

    @BeforeEach
    void unit() {
        unit = unique("unit");
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(), List.of(), null));
        admin = person(null, Role.ADMINISTRATOR);
    }

    @Test
    void fiveThousandLinesAreTakenInOneRequest() {
        String rows = rows(LINES, ",某人,,,,,");
        long before = System.nanoTime();
        ResponseEntity<String> answer = put("/api/units/" + unit + "/roster", HEADER + rows);
        long first = System.nanoTime();
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        assertThat(answer.getBody()).contains("\"added\":" + LINES);
        put("/api/units/" + unit + "/roster", HEADER + rows);
        long second = System.nanoTime();
        setup.preview(unit, HEADER + rows.replace("某人", "别人"), Locale.CHINESE);
        long third = System.nanoTime();
        System.out.printf(
                "A roster of %d lines: new %d ms, the same again %d ms, looked at with other names %d ms%n",
                LINES, (first - before) / 1_000_000, (second - first) / 1_000_000, (third - second) / 1_000_000);
        assertThat(agents.inUnit(unit)).hasSize(LINES);
        assertThat(accounts.find(unit + "n" + (LINES - 1))).isPresent();
    }

    @Test
    void oneLineMoreIsTooMany() {
        tooLong(HEADER + rows(LINES + 1, ",某人,,,-,,"));
        tooLong(HEADER + rows(LINES + 1, ",某人,,,-,,").replace("\n", "\r\n"));
        tooLong(HEADER + rows(LINES + 1, ",某人,,,-,,").replace("\n", "\r"));
        // A stray quote hides no lines.
        tooLong(HEADER + "a,b\"c,,,-,,\n" + rows(LINES, ",某人,,,-,,"));
        tooLong(HEADER + rows(LINES + 1, ",\"某\n人\",,,-,,"));
        assertThat(agents.inUnit(unit)).isEmpty();
    }

    @Test
    void lineBreaksWithinQuotesMakeNoLines() {
        String csv = HEADER + rows(1_700, ",\"某\n人\n甲\",,,-,,");
        // Each such name is refused by itself, but the file is not too long.
        assertThat(roster.load(unit, csv, Locale.CHINESE)).isNotNull();
    }

    @Test
    void aMegabyteIsTooMuchWhateverIsInIt() {
        tooLong(HEADER + "a," + "x".repeat(1_100_000));
        tooLong("\n".repeat(1_100_000));
        tooLong("\"".repeat(1_100_001));
        tooLong(HEADER + "a," + "某".repeat(360_000));
        tooLong("\0".repeat(3_000_000));
    }

    @Test
    void pageSaysSoInAFriendlySentence() {
        Browser browser = browser();
        browser.login(admin, PASSWORD);
        String page = "/desk/units/" + unit + "/roster";
        for (String button : List.of("preview", "load")) {
            var answer = browser.form(
                    page, "_csrf", browser.csrfOf(page), button, "1", "text", HEADER + rows(LINES + 1, ",某,,,-,,"));
            assertThat(answer.statusCode()).as(button).isEqualTo(413);
            assertThat(answer.body()).as(button).contains("5000").contains("分几次导入");
            var tooLarge = browser.form(
                    page, "_csrf", browser.csrfOf(page), button, "1", "text", HEADER + "x".repeat(1_100_000));
            assertThat(tooLarge.statusCode()).as(button).isEqualTo(413);
            assertThat(tooLarge.body()).as(button).contains("1024 KB");
        }
    }

    @Test
    void calendarHasTheSameLimits() {
        String town = unique("town");
        units.save(new Unit(town, UnitKind.PETITION, "接待点", null, null, List.of(), List.of(), null));
        String lines =
                IntStream.rangeClosed(0, LINES).mapToObj(i -> "2026-10-01 休").collect(Collectors.joining("\n"));
        assertThat(put("/api/units/" + town + "/calendar", lines)
                        .getStatusCode()
                        .value())
                .isEqualTo(413);
        assertThat(put("/api/units/" + town + "/calendar", "x".repeat(1_100_000))
                        .getStatusCode()
                        .value())
                .isEqualTo(413);
        Browser browser = browser();
        browser.login(admin, PASSWORD);
        String page = "/desk/workdays?unit=" + town;
        var answer = browser.form("/desk/workdays/paste", "_csrf", browser.csrfOf(page), "unit", town, "text", lines);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("5000");
    }

    private void tooLong(String csv) {
        assertThat(put("/api/units/" + unit + "/roster", csv).getStatusCode().value())
                .isEqualTo(413);
        assertThatThrownBy(() -> roster.load(unit, csv, Locale.CHINESE)).isInstanceOf(ListTooLongException.class);
    }

    private String rows(int count, String rest) {
        return IntStream.range(0, count).mapToObj(i -> unit + "n" + i + rest).collect(Collectors.joining("\n"));
    }

    private ResponseEntity<String> put(String path, String text) {
        var headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8));
        return http.withBasicAuth(admin, PASSWORD)
                .exchange(path, HttpMethod.PUT, new HttpEntity<>(text, headers), String.class);
    }
}
