package io.rotadesk.web.desk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.phonesystem.TakenMessage;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.context.WebApplicationContext;

/** A manager sees what the phone systems sent, and lets a call ring to try them out. */
@RotaDeskTest
@Tag("L2.1")
class PhoneSystemPagesTest {

    private static final String NUMBER = "13811117777";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Calls calls;

    @Autowired
    IncomingCalls desk;

    @Autowired
    MessageSource messages;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    DeskBrowser manager;
    String address;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        manager = department.manager();
        address = "/desk/calls/systems?unit=" + department.unit;
    }

    @Test
    void thePageNamesTheAddressOfEachSystem() {
        assertThat(manager.get(address).text()).contains("/api/phone/", "yeastar", "tccc", "generic");
        assertThat(manager.in(Locale.ENGLISH).get(address).text()).contains("Phone systems", "/api/phone/");
    }

    @Test
    void aCallThatIsTriedRingsIsShownAndLeadsToItsEntry() {
        Page tried = tries(manager, NUMBER);

        assertThat(tried.status()).isEqualTo(302);
        assertThat(manager.follow(tried).text()).contains("已呼入，正响在 安一 处");
        assertThat(manager.in(Locale.ENGLISH).follow(tried).text()).contains("rings at 安一");
        assertThat(manager.get((String) tried.said("entry").orElseThrow()).text())
                .contains("138 1111 7777");
        assertThat(manager.get(address).text())
                .as("what came, without the number")
                .contains("7777")
                .doesNotContain("138 1111 7777", NUMBER);
    }

    /** The same number a second time: nobody is missing, it talks. */
    @Test
    void aTriedCallOfANumberThatTalksIsSaidToBeTheSameCall() {
        Page first = tries(manager, NUMBER);
        Call call = calls.latest(department.unit, 1).get(0);
        desk.event(call.key(), CallEvent.ANSWERED, "811", null);

        Page second = tries(manager, NUMBER);

        assertThat(manager.follow(second).text())
                .contains("不是新来电，没有另外响铃", "已经知道")
                .doesNotContain("没有人可接");
        assertThat(second.said("entry")).isEqualTo(first.said("entry"));
    }

    @Test
    void ifNobodyCanTakeATriedCallTheManagerIsAsked() {
        Page tried = tries(manager, "");
        for (int i = 0; i < 6; i++) {
            tried = tries(manager, "1381111888" + i);
        }
        assertThat(manager.follow(tried).text()).contains("现在没有人可接");
    }

    /** Words that are put together from a name are missed by nobody but the reader of the page. */
    @Test
    void allThatIsReportedAndAllOutcomesHaveWordsInBothLanguages() {
        Stream<String> reported = Stream.concat(
                Stream.of("COMES_IN"), Stream.of(CallEvent.values()).map(Enum::name));
        List<String> keys = Stream.concat(
                        reported.map(word -> "word." + word),
                        Stream.of(TakenMessage.Outcome.values()).map(outcome -> "outcome." + outcome))
                .map(key -> "desk.calls.systems." + key)
                .toList();

        for (String key : keys) {
            assertThat(messages.getMessage(key, null, Locale.ENGLISH))
                    .as(key)
                    .isNotEqualTo(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
        }
    }

    @Test
    void oddTextIsAWithheldNumberAndNoFault() {
        for (String odd : List.of("", " ", "x".repeat(500), "anonymous", "' or 1=1 --")) {
            assertThat(tries(manager, odd).status()).as(odd).isEqualTo(302);
        }
    }

    @Test
    void agentsAndManagersOfAnotherUnitAreKeptOut() {
        DepartmentInBrowser other = new DepartmentInBrowser(application);

        for (DeskBrowser stranger : List.of(department.agent("A", 1), other.manager())) {
            assertThat(stranger.get(address).status()).isIn(403, 404);
            assertThat(tries(stranger, NUMBER).status()).isIn(403, 404);
        }
        assertThat(calls.latest(department.unit, 10)).isEmpty();
    }

    private Page tries(DeskBrowser who, String number) {
        return who.post("/desk/calls/systems/try", "unit", department.unit, "from", number);
    }
}
