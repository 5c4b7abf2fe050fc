package io.rotadesk.staff.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.RosterLoaded;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RotaDeskTest
@RecordApplicationEvents
class RosterTest {

    private static final AtomicInteger made = new AtomicInteger(1000);

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    Agents agents;

    @Autowired
    ApplicationEvents events;

    String unit;

    @BeforeEach
    void aUnitWithoutAnybody() {
        unit = "roster-" + made.incrementAndGet();
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(login("boss")), null, null));
    }

    @Test
    void rosterIsLoadedFromChineseOrEnglishColumns() {
        RosterLoad load = roster.load(unit, """
                登录名,姓名,手机,分机,小组,顺序
                %s,甲一,138 0000-0001,801,A,1
                %s,"乙,一",,802,乙,1
                %s,经理,,,,
                """.formatted(login("a1"), login("b1"), login("boss")));
        assertThat(load.errors()).isEmpty();
        assertThat(load.added()).containsExactly(login("a1"), login("b1"), login("boss"));
        assertThat(agents.inUnit(unit))
                .containsExactly(
                        new Agent(login("a1"), unit, "甲一", "13800000001", "801", "A", 1, false),
                        new Agent(login("b1"), unit, "乙,一", "", "802", "B", 1, false),
                        new Agent(login("boss"), unit, "经理", "", "", null, 1, false));
        assertThat(agents.atExtension(unit, "802")).map(Agent::login).contains(login("b1"));
        assertThat(events.stream(RosterLoaded.class).filter(one -> one.unitId().equals(unit)))
                .singleElement()
                .satisfies(event -> assertThat(event.added()).isEqualTo(load.added()));
    }

    @Test
    void loadingAgainChangesWhatChangedAndLosesNothing() {
        load("a1,甲一,801,A,1", "b1,乙一,802,B,1", "a2,甲二,803,A,2");
        RosterLoad again = load("a1,甲一,801,A,1", "a2,甲二,809,A,2");
        assertThat(again.unchanged()).containsExactly(login("a1"));
        assertThat(again.changed()).containsExactly(login("a2"));
        assertThat(agents.inUnit(unit)).extracting(Agent::login).contains(login("b1"));
        RosterLoad names = roster.load(unit, "login,name\n" + login("a1") + ",甲一改\n");
        assertThat(names.changed()).containsExactly(login("a1"));
        assertThat(agents.get(login("a1"))).isEqualTo(new Agent(login("a1"), unit, "甲一改", "", "801", "A", 1, false));
    }

    @Test
    void everyBadRowIsNamedAndNothingIsTaken() {
        RosterLoad load = roster.load(unit, """
                login,name,mobile,extension,team,place
                %s,甲一,,801,A,1

                li na,甲二,,802,A,2
                %s,,abc,803,C,0
                %s,乙一,804
                """.formatted(login("a1"), login("a3"), login("b1")), Locale.ENGLISH);
        assertThat(load.accepted()).isFalse();
        assertThat(load.errors())
                .extracting(error -> error.line() + " " + error.column())
                .containsExactly("4 login", "5 name", "5 mobile", "5 team", "5 place", "6 ");
        assertThat(load.errors().get(0).reason()).contains("'li na'").contains("letters or digits");
        assertThat(agents.inUnit(unit)).isEmpty();
        assertThat(events.stream(RosterLoaded.class).filter(one -> one.unitId().equals(unit)))
                .isEmpty();
    }

    @Test
    void reasonsAreInTheLanguageAskedForAndColumnsAsInTheFile() {
        String csv = "登录名,姓名,小组\n" + login("a1") + ",甲一,丙\n";
        assertThat(roster.load(unit, csv).errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.column()).isEqualTo("小组");
            assertThat(error.reason()).contains("“丙”无效").contains("A 或 B");
        });
        assertThat(roster.load(unit, csv, Locale.ENGLISH).errors().get(0).reason())
                .contains("'丙' is not possible");
    }

    @Test
    void rowsThatDoNotGoTogetherAreNamed() {
        units.save(new Unit(unit + "-b", "分部", "广安世纪", unit, null, null, null));
        String elsewhere = login("x1");
        roster.load(unit + "-b", "login,name\n" + elsewhere + ",别处\n");
        RosterLoad load = roster.load(unit, """
                login,name,extension,team,place
                %1$s,甲一,801,A,1
                %1$s,甲一,801,A,1
                %2$s,别处,805,B,1
                """.formatted(login("a1"), elsewhere), Locale.ENGLISH);
        assertThat(load.errors())
                .extracting(RosterError::line, RosterError::reason)
                .containsExactly(
                        tuple(3, "'" + login("a1") + "' is on line 2 already"),
                        tuple(4, "'" + elsewhere + "' belongs to unit " + unit + "-b"));
        load = load("a1,甲一,801,A,1", "a2,甲二,801,A,1", "b1,乙一,802,B,1");
        assertThat(load.errors())
                .extracting(error -> error.line() + " " + error.column())
                .containsExactly("3 place", "3 extension");
    }

    @Test
    @Tag("L1.1")
    void unevenTeamsAreRefusedWithTheReason() {
        RosterLoad load = load("a1,甲一,,A,1", "a2,甲二,,A,2", "a3,甲三,,A,3", "b1,乙一,,B,1");
        assertThat(load.accepted()).isFalse();
        assertThat(load.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isZero();
            assertThat(error.column()).isEqualTo("team");
            assertThat(error.reason()).contains("A 组 3 人").contains("B 组 1 人");
        });
        assertThat(agents.inUnit(unit)).isEmpty();
    }

    @Test
    @Tag("L1.1")
    void newAgentJoinsTheSmallerTeamAtItsEnd() {
        load("a1,甲一,,A,1", "a2,甲二,,A,2", "b1,乙一,,B,1");
        load("n1,新一,,,", "n2,新二,,,", "boss,经理,,,", "desk,前台,,-,");
        assertThat(agents.get(login("n1")))
                .extracting(Agent::team, Agent::place)
                .containsExactly("B", 2);
        assertThat(agents.get(login("n2")))
                .extracting(Agent::team, Agent::place)
                .containsExactly("A", 3);
        assertThat(agents.get(login("boss")).team()).isNull();
        assertThat(agents.get(login("desk")).team()).isNull();
    }

    @Test
    void aLeaverIsKeptAndFlagged() {
        load("a1,甲一,801,A,1", "b1,乙一,802,B,1");
        String leaving = "login,name,left\n" + login("a1") + ",甲一,%s\n";
        RosterLoad load = roster.load(unit, leaving.formatted("是"));
        assertThat(load.left()).containsExactly(login("a1"));
        assertThat(agents.get(login("a1")).left()).isTrue();
        assertThat(agents.atExtension(unit, "801")).isEmpty();
        // The phone and the place can be given to somebody else.
        assertThat(load("a2,甲二,801,A,1").accepted()).isTrue();
        assertThat(roster.load(unit, leaving.formatted("no")).errors())
                .extracting(RosterError::column)
                .contains("分机");
    }

    @Test
    void fileThatIsNoRosterIsRefused() {
        assertThat(columns("")).containsExactly("0 ");
        assertThat(columns("login,name\n")).containsExactly("0 ");
        assertThat(columns("name,phone\n甲,1\n")).containsExactly("1 phone", "1 login");
        assertThat(columns("login,name,login\na1,甲,a1\n")).containsExactly("1 login");
        assertThat(columns("login,name\na1,\"甲\n")).hasSize(1);
        assertThatThrownBy(() -> roster.load("no-such-unit", "login,name\n"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void fileFromASpreadsheetIsRead() {
        String csv = "\uFEFF登录名;姓名;小组\r\n" + login("a1") + ";甲一;A\r\n" + login("b1") + ";乙一;B";
        assertThat(roster.load(unit, csv.getBytes(StandardCharsets.UTF_8), Locale.CHINESE)
                        .added())
                .hasSize(2);
        byte[] gbk = csv.substring(1).getBytes(Charset.forName("GBK"));
        assertThat(roster.load(unit, gbk, Locale.CHINESE).unchanged()).hasSize(2);
    }

    private List<String> columns(String csv) {
        return roster.load(unit, csv, Locale.ENGLISH).errors().stream()
                .map(error -> error.line() + " " + error.column())
                .toList();
    }

    private RosterLoad load(String... rows) {
        StringBuilder csv = new StringBuilder("login,name,extension,team,place\n");
        for (String row : rows) {
            csv.append(login(row)).append('\n');
        }
        return roster.load(unit, csv.toString());
    }

    private String login(String rest) {
        return unit.replace("-", "") + rest;
    }
}
