package io.rotadesk.web.desk.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.leasing.visit.Visits;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskRegister;
import java.math.BigDecimal;
import java.sql.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The page on which an entry of a register is corrected. */
@RotaDeskTest
class CorrectionPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Calls calls;

    @Autowired
    Visits visits;

    @Autowired
    Customers customers;

    @Autowired
    LookUps lookUps;

    @Autowired
    Notes notes;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    CallKey call;
    VisitKey visit;

    @BeforeEach
    void anEntryOfEachRegister() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        call = call("c1", Map.of());
        visit = new VisitKey(department.unit, "v1");
        Map<String, Object> row = new HashMap<>(Map.of(
                "unit_id",
                department.unit,
                "visit_id",
                "v1",
                "source",
                "BY_HAND",
                "state",
                "REGISTERED",
                "announced_at",
                TestClock.MONDAY_NINE,
                "arrived_at",
                TestClock.MONDAY_NINE,
                "purpose",
                "viewing",
                "agent",
                department.login("B", 1),
                "party_size",
                1,
                "registered_at",
                TestClock.MONDAY_NINE));
        row.put("candidates", 0);
        row.put("customer_name", "王女士");
        row.put("intent", "catering");
        new DeskRegister(jdbc, "visit_register", "/desk/visits", Map.of()).add(row);
    }

    @Test
    @Tag("L2.3")
    void theAgentCorrectsTheirEntryAndItShows() {
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.get(entry(call)).html()).contains("/desk/calls/entry/" + call + "/correct");
        assertThat(agent.get(page(call)).html()).contains("value=\"12\"", "value=\"138 1234 5678\"");

        var saved = agent.post(page(call), typed(Map.of("customerName", "何先生", "budget", "每月两万")));

        assertThat(saved.redirect()).isEqualTo(entry(call));
        assertThat(agent.get(entry(call)).text()).contains("何先生", "已更正", "更正记录", "姓名 12 何先生", "预算 — 每月两万", "听错了", "安一");
        assertThat(agent.in(Locale.ENGLISH).get(entry(call)).text()).contains("Corrections", "Name 12 何先生");
        assertThat(department
                        .manager()
                        .get("/desk/calls?unit=" + department.unit + "&q=何先生")
                        .html())
                .contains(entry(call));
    }

    @Test
    @Tag("L3.8")
    void theManagerCorrectsAVisit() {
        DeskBrowser manager = department.manager();
        assertThat(manager.get(page(visit)).text())
                .contains("顾虑和异议", "下一步", "餐饮")
                .doesNotContain("客户不愿留电话");

        assertThat(manager.post(
                                page(visit),
                                typed(Map.of(
                                        "customerName",
                                        "汪女士",
                                        "customerPhone",
                                        "",
                                        "intent",
                                        "office",
                                        "nextStep",
                                        "周五再来")))
                        .redirect())
                .isEqualTo(entry(visit));

        var written = visits.get(visit).written();
        assertThat(written.customerName()).isEqualTo("汪女士");
        assertThat(written.intent()).isEqualTo("office");
        assertThat(written.nextStep()).isEqualTo("周五再来");
        assertThat(manager.get(entry(visit)).text()).contains("租赁意向 餐饮 办公", "王女士 汪女士");
    }

    @Test
    void forAnybodyElseThereIsNoSuchPage() {
        var stranger = new DepartmentInBrowser(application);
        for (DeskBrowser person :
                new DeskBrowser[] {department.agent("A", 2), stranger.manager(), stranger.agent("A", 1)}) {
            for (String path : List.of(page(call), page(visit))) {
                assertThat(person.get(path).status()).isEqualTo(404);
                assertThat(person.post(path, typed(Map.of("customerName", "他人")))
                                .status())
                        .isEqualTo(404);
            }
        }
        DeskBrowser manager = department.manager();
        for (String key : List.of(department.unit + ":no", "x:c1", "c1", ":", stranger.unit + ":c1")) {
            assertThat(manager.get("/desk/calls/entry/{key}/correct", key).status())
                    .as(key)
                    .isEqualTo(404);
        }
        assertThat(manager.get("/desk/visits/entry/{key}/correct", call).status())
                .isEqualTo(404);
        assertThat(calls.get(call).written().customerName()).isEqualTo("12");
    }

    @Test
    void anEntryThatIsNotWrittenYetIsNotCorrected() {
        CallKey open = call("c2", Map.of("state", "ANSWERED"));

        assertThat(department.manager().get(page(open)).status()).isEqualTo(404);
        assertThat(department.manager().get(entry(open)).html()).doesNotContain("/correct");
    }

    @Test
    void mistakesAreShownAtTheirFieldsAndNothingTypedIsLost() {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("customerPhone", "abc");
        odd.put("floorArea", "1e300");
        odd.put("moveInDate", "2026-02-30");
        odd.put("mediaSource", "telepathy");
        odd.put("interests", "nothing");
        odd.put("budget", "长".repeat(101));
        odd.put("reason", " ");
        odd.put("remarks", "我写的");
        var answer = department.agent("A", 1).post(page(call), typed(odd));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "“联系电话”的格式不对",
                        "“需要面积（㎡）”必须是数字",
                        "“计划入驻日期”必须是日期",
                        "“从哪里知道我们”只能从列表中选择",
                        "“关注点”只能从列表中选择",
                        "“预算”最多 100 个字",
                        "请写明为什么更正",
                        "我写的");
        assertThat(department
                        .agent("A", 1)
                        .in(Locale.ENGLISH)
                        .post(page(call), typed(odd))
                        .text())
                .contains("\"Phone\"", "Please say why");
        assertThat(calls.get(call).written().remarks()).isNull();
    }

    @Test
    void theSecondOneSeesTheFirstOnesVersionAndTheirOwn() {
        department.agent("A", 1).post(page(call), typed(Map.of("customerName", "何先生")));

        var answer = department.manager().post(page(call), typed(Map.of("customerName", "贺先生", "remarks", "我写的")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("安一 在 2026-03-02 09:00 先更正了", "姓名 何先生 贺先生", "我写的");
        assertThat(answer.html()).contains("name=\"basedOn\" value=\"2\"", "value=\"贺先生\"");
        assertThat(calls.get(call).written().customerName()).isEqualTo("何先生");
    }

    @Test
    void aNumberOfAnotherCustomerIsAskedAboutAndLookedUpOnRecord() {
        Customer other = customers.add(
                department.unit, "李先生", "+8613900000009", department.login("B", 2), ContactKind.CALL, clock.instant());
        DeskBrowser agent = department.agent("A", 1);
        Map<String, String> typed = Map.of("customerName", "何先生", "customerPhone", "13900000009");

        var asked = agent.post(page(call), typed(typed));

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.text()).contains("这个号码已经登记过", "李先生", "（白二的客户）");
        assertThat(lookUps.latest(department.unit, 5)).singleElement().satisfies(one -> {
            assertThat(one.login()).isEqualTo(department.login("A", 1));
            assertThat(one.asked()).matches("\\*+0009");
        });
        Map<String, String> answered = new LinkedHashMap<>(typed);
        answered.put("who", offered(asked).get(0));
        assertThat(agent.post(page(call), typed(answered)).redirect()).isEqualTo(entry(call));
        assertThat(calls.get(call).caller().customerId()).isEqualTo(other.id());
        assertThat(customers.find(other.id()).orElseThrow().agent()).isEqualTo(department.login("B", 2));
    }

    @Test
    void aTypedIdOfACustomerGivesNoRight() {
        Customer other = customers.add(
                department.unit, "李先生", "+8613900000009", department.login("B", 2), ContactKind.CALL, clock.instant());
        DeskBrowser agent = department.agent("A", 1);
        Map<String, String> typed = new LinkedHashMap<>(
                Map.of("customerName", "何先生", "customerPhone", "13900000009", "who", String.valueOf(other.id())));

        var answer = agent.post(page(call), typed(typed));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("请按现在列出的重新选择");
        assertThat(answer.html()).contains("value=\"何先生\"", "value=\"13900000009\"");
        assertThat(calls.get(call).caller().customerId()).isNull();
        assertThat(lookUps.latest(department.unit, 5)).as("on record").hasSize(1);
        typed.put("who", offered(department.agent("B", 3), call("c4", Map.of("agent", department.login("B", 3)))));
        assertThat(agent.post(page(call), typed(typed)).status())
                .as("what a colleague was offered")
                .isEqualTo(409);
        typed.put("who", String.valueOf(other.id()));
        assertThat(department.manager().post(page(call), typed(typed)).redirect())
                .as("a manager sees every customer")
                .isEqualTo(entry(call));
        assertThat(calls.get(call).caller().customerId()).isEqualTo(other.id());
    }

    @Test
    void theFieldsThatWereNotShownStayAsTheyAre() {
        CallKey full = call(
                "c5",
                Map.of(
                        "interests",
                        "[\"rent\", \"location\"]",
                        "floor_area",
                        new BigDecimal("120.50"),
                        "budget",
                        "每月两万",
                        "move_in_date",
                        Date.valueOf("2026-05-01"),
                        "remarks",
                        "一\r\n二"));
        var before = calls.get(full).written();

        assertThat(department
                        .agent("A", 1)
                        .post(page(full), "basedOn", "1", "customerName", "何先生", "reason", "听错了")
                        .redirect())
                .isEqualTo(entry(full));

        var after = calls.get(full).written();
        assertThat(after.customerName()).isEqualTo("何先生");
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("customerName", "nameRefused", "phoneRefused")
                .isEqualTo(before);
        assertThat(after.phoneRefused()).isFalse();
        // As the page sends it when nothing is changed: with two characters at the end of a line, ticked in the page's
        // order.
        assertThat(department
                        .agent("A", 1)
                        .send(post(
                                page(full),
                                "basedOn=2&customerName=何先生&customerPhone=138 1234 5678&_phoneRefused=on&_interests=on"
                                        + "&interests=location&interests=rent&floorArea=120.5&budget=每月两万"
                                        + "&moveInDate=2026-05-01&remarks=一\r\n二&reason=无"))
                        .said("corrected"))
                .as("nothing was changed")
                .contains(false);
        department.agent("A", 1).send(post(page(full), "basedOn=2&_interests=on&reason=没有关注点"));
        assertThat(calls.get(full).written().interests())
                .as("the last one was unticked")
                .isNull();
    }

    @Test
    void fieldsThatAreNotOnTheFormAreNotTaken() {
        department.manager().post(page(visit), "basedOn", "1", "customerPhone", "13900000009", "reason", "补上");

        department
                .manager()
                .send(post(
                        page(visit),
                        "basedOn=2&phoneRefused=true&noteAbout=x&nextStep=周五再来&reason=补上&budget=" + "9".repeat(50)));

        assertThat(visits.get(visit).written().customerPhone()).isEqualTo("+8613900000009");
        assertThat(visits.get(visit).written().nextStep()).isEqualTo("周五再来");
    }

    @Test
    void aNoteForAColleagueWhoLeftStaysForThem() {
        CallKey other = call("c6", Map.of("state", "OTHER"));
        notes.leave(department.unit, other.contact(), department.login("A", 1), new NoteText("刘师傅", "挂号信", "gone"));

        assertThat(department.agent("A", 1).get(page(other)).html())
                .containsPattern("<option value=\"gone\" selected=\"selected\">");
        assertThat(department
                        .agent("A", 1)
                        .post(page(other), with("1", "noteWho", "柳师傅", "noteFor", "gone", "reason", "听错了"))
                        .redirect())
                .isEqualTo(entry(other));
        assertThat(notes.of(other.contact()).orElseThrow().text()).isEqualTo(new NoteText("柳师傅", "挂号信", "gone"));
    }

    @Test
    void aListThatIsOddOrUnreadableIsNoError() {
        int i = 0;
        for (String odd : List.of("null", "[null]", "{", "x", "[[1]]", "{\"a\":1}")) {
            CallKey one = call("odd" + i, Map.of("interests", odd, "customer_phone", "+861380000000" + i++));
            DeskBrowser agent = department.agent("A", 1);
            assertThat(agent.get(entry(one)).status()).as(odd).isEqualTo(200);
            assertThat(agent.get(page(one)).status()).as(odd).isEqualTo(200);
            assertThat(agent.send(post(page(one), "basedOn=1&customerName=何先生&_interests=on&reason=无"))
                            .redirect())
                    .as(odd)
                    .isEqualTo(entry(one));
            assertThat(calls.get(one).written().interests()).isEqualTo(odd);
        }
        for (String name :
                List.of("interests[1]", "interests[0]", "interests[]", "interests[x]", "interests[99999999]")) {
            var answer =
                    department.agent("A", 1).post(page(call), typed(Map.of(name, "nothing", "customerName", "何先生")));
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.text()).as(name).contains("“关注点”只能从列表中选择");
        }
        for (String body : List.of("", "{", "null", "[".repeat(5_000), "{\"reason\":1}")) {
            var answer = department
                    .agent("A", 1)
                    .send(MockMvcRequestBuilders.post(page(call))
                            .with(csrf())
                            .contentType("application/json")
                            .content(body));
            assertThat(answer.status()).as(body).isBetween(400, 499);
        }
    }

    @Test
    void aCorrectionThatCollidesIsRepeated() {
        jdbc.execute("create sequence collision_of_a_test");
        jdbc.execute("""
                create function collide_once() returns trigger language plpgsql as $$ begin
                  if nextval('collision_of_a_test') = 1 then raise exception 'once' using errcode = '40001'; end if;
                  return new;
                end $$
                """);
        jdbc.execute("create trigger collide_once before insert on entry_version for each row when (new.unit_id = '"
                + department.unit + "') execute function collide_once()");
        try {
            assertThat(department
                            .agent("A", 1)
                            .post(page(call), typed(Map.of("customerName", "何先生")))
                            .redirect())
                    .isEqualTo(entry(call));
        } finally {
            jdbc.execute("drop trigger collide_once on entry_version");
            jdbc.execute("drop function collide_once");
            jdbc.execute("drop sequence collision_of_a_test");
        }
        assertThat(calls.get(call).written().customerName()).isEqualTo("何先生");
    }

    @Test
    void oddAnswersAreNoErrors() {
        for (String odd : List.of("x", "-1", "99999999999999999999", "2147483648", "")) {
            int basedOn = department
                    .manager()
                    .post(page(call), typed(Map.of("basedOn", odd, "customerName", "何先生")))
                    .status();
            assertThat(basedOn).as("basedOn " + odd).isIn(400, 409);
        }
        for (EntryField field : EntryField.values()) {
            for (String odd : List.of("x", "1e300", "+1000000000-12-31", "长".repeat(5_000))) {
                for (String page : List.of(page(call), page(visit))) {
                    assertThat(department
                                    .manager()
                                    .post(page, "basedOn", "x", "reason", "无", field.key(), odd)
                                    .status())
                            .as(field + " " + odd)
                            .isIn(400, 409);
                }
            }
        }
        assertThat(calls.get(call).written().customerName()).isEqualTo("12");
    }

    @Test
    @Tag("L2.2b")
    void aNoteIsCorrectedByItsAuthorAndItsVersionsAreForThoseWhoMayReadIt() {
        CallKey other = call("c3", Map.of("state", "OTHER", "owner", department.login("A", 2), "status", "ACTIVE"));
        notes.leave(
                department.unit,
                other.contact(),
                department.login("A", 1),
                new NoteText("刘师傅", "挂号信", department.login("B", 3)));
        DeskBrowser author = department.agent("A", 1);

        assertThat(author.post(page(other), "basedOn", "1", "noteWho", "", "noteAbout", "快递", "reason", "听错了")
                        .status())
                .isEqualTo(400);
        assertThat(author.post(
                                page(other),
                                "basedOn",
                                "1",
                                "noteWho",
                                "柳师傅",
                                "noteAbout",
                                "快递",
                                "noteFor",
                                "nobody",
                                "reason",
                                "听错了")
                        .text())
                .contains("只能从列表中选择");
        assertThat(author.post(
                                page(other),
                                "basedOn",
                                "1",
                                "noteWho",
                                "柳师傅",
                                "noteAbout",
                                "快递",
                                "noteFor",
                                department.login("B", 2),
                                "reason",
                                "听错了")
                        .redirect())
                .isEqualTo(entry(other));

        assertThat(author.get(entry(other)).text()).contains("柳师傅", "谁 刘师傅 柳师傅", "白三 白二");
        assertThat(department.agent("A", 2).get(entry(other)).text())
                .as("the customer's agent")
                .contains("138 1234 5678")
                .doesNotContain("刘师傅", "柳师傅");
    }

    @Test
    void anErasedNameIsNotCalledRefused() {
        customers.add(
                department.unit, "12", "+8613812345678", department.login("A", 1), ContactKind.CALL, clock.instant());
        erase(call);

        assertThat(department.manager().get(entry(call)).text())
                .contains("姓名 已删除", "联系电话 已删除")
                .doesNotContain("客户不愿留", "号码未显示");
    }

    @Test
    void anErasedPersonDoesNotComeBackByACorrection() {
        DeskBrowser agent = department.agent("A", 1);
        agent.post(page(call), typed(Map.of("customerName", "何先生")));
        assertThat(agent.get(page(call)).status()).as("opened before").isEqualTo(200);
        erase(call);

        var sent = agent.post(page(call), typed(Map.of("basedOn", "2", "customerName", "贺先生")));

        assertThat(sent.status()).isEqualTo(410);
        assertThat(sent.text()).contains("资料已删除，登记不能再更正").doesNotContain("贺先生");
        assertThat(calls.get(call).written().customerName()).isNull();
        assertThat(calls.get(call).caller().customerId()).isNull();
        assertThat(customers.byPhone(department.unit, "+8613812345678")).isEmpty();
        for (DeskBrowser person : new DeskBrowser[] {agent, department.manager()}) {
            assertThat(person.get(page(call)).status()).isEqualTo(410);
            assertThat(person.in(Locale.ENGLISH).get(page(call)).text()).contains("This person was erased");
            assertThat(person.get(entry(call)).html()).doesNotContain("/correct\"");
            assertThat(person.get(entry(call)).text())
                    .as("that it was corrected stays")
                    .contains("更正记录", "安一", "已删除")
                    .doesNotContain("听错了");
        }
    }

    @Test
    @Tag("L2.2b")
    void anErasedNoteIsNotWrittenAgain() {
        CallKey other = call("c3", Map.of("state", "OTHER"));
        notes.leave(department.unit, other.contact(), department.login("A", 1), new NoteText("刘师傅", "挂号信", null));
        String[] corrected = {"noteWho", "柳师傅", "noteAbout", "快递", "reason", "听错了"};
        DeskBrowser agent = department.agent("A", 1);
        assertThat(agent.post(page(other), with("1", corrected)).redirect()).isEqualTo(entry(other));
        erase(other);

        assertThat(agent.post(page(other), with("2", corrected)).status()).isEqualTo(410);
        assertThat(notes.of(other.contact()).orElseThrow().text().isBlank()).isTrue();
        assertThat(agent.get(entry(other)).html()).doesNotContain("/correct\"");
        assertThat(agent.get(entry(other)).text()).contains("更正记录", "已删除");
    }

    @Test
    void markupInACorrectionIsText() {
        department.agent("A", 1).post(page(call), typed(Map.of("customerName", "<b>何</b>", "reason", "<i>x</i>")));

        assertThat(department.manager().get(entry(call)).html())
                .contains("&lt;b&gt;何&lt;/b&gt;", "&lt;i&gt;x&lt;/i&gt;")
                .doesNotContain("<b>何</b>", "<i>x</i>");
    }

    private CallKey call(String id, Map<String, ?> columns) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "unit_id",
                department.unit,
                "call_id",
                id,
                "source",
                "PHONE_SYSTEM",
                "state",
                "REGISTERED",
                "received_at",
                TestClock.MONDAY_NINE,
                "caller_phone",
                "+8613812345678",
                "agent",
                department.login("A", 1),
                "customer_name",
                "12",
                "customer_phone",
                "+8613812345678",
                "registered_at",
                TestClock.MONDAY_NINE));
        row.put("left_own_details", true);
        row.put("candidates", 0);
        row.put("follow_up_tries", 0);
        row.putAll(columns);
        new DeskRegister(jdbc, "call_register", "/desk/calls", Map.of()).add(row);
        return new CallKey(department.unit, id);
    }

    /** The customers that the page offers, as it names them. */
    private static List<String> offered(DeskBrowser.Page page) {
        return Pattern.compile("name=\"who\" value=\"([^\"]+)\"")
                .matcher(page.html())
                .results()
                .map(one -> one.group(1))
                .toList();
    }

    private String offered(DeskBrowser person, CallKey key) {
        return offered(person.post(page(key), typed(Map.of("customerName", "某", "customerPhone", "13900000009"))))
                .get(0);
    }

    private static MockHttpServletRequestBuilder post(String page, String form) {
        var request = MockMvcRequestBuilders.post(page).with(csrf());
        Stream.of(form.split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> request.param(pair[0], pair[1]));
        return request;
    }

    private void erase(CallKey key) {
        String[] form = {"unit", department.unit, "kind", "CALL", "entry", key.toString(), "sure", "true"};
        assertThat(department.manager().post("/desk/erasures", form).status()).isEqualTo(302);
    }

    private static String[] with(String basedOn, String... form) {
        return Stream.concat(Stream.of("basedOn", basedOn), Stream.of(form)).toArray(String[]::new);
    }

    /** The form as the page sends it. */
    private static String[] typed(Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>(
                Map.of("basedOn", "1", "customerName", "12", "customerPhone", "138 1234 5678", "reason", "听错了"));
        form.putAll(changes);
        return form.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new);
    }

    private static String entry(CallKey key) {
        return "/desk/calls/entry/" + key;
    }

    private static String entry(VisitKey key) {
        return "/desk/visits/entry/" + key;
    }

    private static String page(CallKey key) {
        return entry(key) + "/correct";
    }

    private static String page(VisitKey key) {
        return entry(key) + "/correct";
    }
}
