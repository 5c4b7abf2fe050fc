package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ManyEntries;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TableReads;
import io.rotadesk.TestClock;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.customer.CustomerFilter;
import io.rotadesk.leasing.customer.CustomerSearch;
import io.rotadesk.leasing.customer.CustomerStatus;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.staff.handover.Handovers;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** Pages read little of large registers, and still find all that is there. It counts rows and never looks at the time. */
@RotaDeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlatPagesTest {

    private static final int MANY = 20_000;

    /** Four pages. */
    private static final int SEEN = 200;

    private static final Set<String> LARGE = Set.of("customer", "customer_phone", "call_register", "visit_register");

    @Autowired
    WebApplicationContext application;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    CallSearch calls;

    @Autowired
    VisitSearch visits;

    @Autowired
    CustomerSearch customers;

    @Autowired
    Handovers handovers;

    DepartmentInBrowser department;
    ManyEntries entries;
    String few;
    String one;

    @BeforeAll
    void aLargeDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        few = department.login("A", 1);
        one = department.login("B", 2);
        entries = new ManyEntries(
                department.unit,
                List.of(department.login("A", 2), department.login("A", 3), department.login("B", 1), one),
                few,
                TestClock.MONDAY_NINE);
        entries.customers(database, MANY, 7_000_000_000L);
        entries.contacts(database, MANY, MANY, 7_000_000_000L);
        entries.smallUnits(database, 500);
    }

    @AfterAll
    void empty() {
        entries.remove(database);
    }

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
    }

    static Stream<String> pages() {
        String old = "&from=2024-01-01&to=2024-02-01";
        List<String> texts =
                List.of("", "&q={frequent}", "&q={rare}", "&q=没人", "&q=5678", "&q=138", "&q=13800001111", "&q={long}");
        List<String> pages = new ArrayList<>();
        for (String text : texts) {
            pages.add("/desk/calls?" + text);
            pages.add("/desk/visits?" + text);
            pages.add("/desk/customers?" + text);
            pages.add("/desk/customers?status=SOON" + text);
        }
        for (String register : List.of("/desk/calls?", "/desk/visits?")) {
            pages.add(register + old);
            pages.add(register + "&state=ABANDONED" + old);
            pages.add(register + "&q={rare}" + old);
        }
        pages.addAll(List.of(
                "/desk/calls?&q={frequent}&state=ABANDONED",
                "/desk/visits?&q={frequent}&state=ABANDONED",
                "/desk/customers?status=ACTIVE",
                "/desk/customers?status=LAPSED",
                "/desk?",
                "/desk/reception?",
                "/desk/disputes?"));
        return pages.stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void managersPagesReadLittle(String page) {
        readsLittle(department.manager(), page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/calls?&agent={few}",
                "/desk/calls?&agent={one}",
                "/desk/calls?&agent={few}&q={frequent}",
                "/desk/visits?&agent={few}",
                "/desk/visits?&agent={one}&state=ABANDONED",
                "/desk/customers?&agent={few}&q={frequent}",
                "/desk/customers?status=NOBODYS"
            })
    void managersPagesOfOneAgentReadLittle(String page) {
        readsLittle(department.manager(), page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pagesOfAnAgentWithFewEntriesReadLittle(String page) {
        readsLittle(department.agent("A", 1), page);
    }

    /** After some runs of a statement the database would keep one plan for units of all sizes; most of them are small. */
    @Test
    void aListThatIsAskedForOftenIsStillPlannedForTheUnit() {
        CustomerFilter lapsed = new CustomerFilter(
                department.unit, null, null, CustomerStatus.LAPSED, clock.instant(), clock.instant());
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 12; i++) {
                customers.find(lapsed, null, 50);
            }
            assertThat(db.sql(
                                    "select statement from pg_prepared_statements where statement like '%looked_at from customer c where%'")
                            .query(String.class)
                            .list())
                    .isEmpty();
        });
    }

    @Test
    void aLeaversWorkIsCountedWithoutLookingAtAllEntries() {
        TableReads reads = reads("auto", () -> handovers.of(department.unit, few));
        assertThat(reads.scanned()).doesNotContainKeys(LARGE.toArray(String[]::new));
        assertThat(reads.rows()).isLessThan(MANY / 2);
    }

    @ParameterizedTest
    @CsvSource({
        ",,,", "frequent,,,", "rare,,,", "5678,,,", "138,,,", "frequent,few,,", "rare,one,,",
                "frequent,one,REGISTERED,",
        ",few,,", ",one,,", ",few,MISSED,", ",one,ABANDONED,", ",,ABANDONED,", ",,,few", ",,,one", "frequent,,,few",
        "rare,,,one", ",,ANSWERED,", "frequent,,REGISTERED,one", ",few,,one"
    })
    void callsAreFoundAsByReadingThemAll(String text, String seenBy, String state, String agent) {
        EntryFilter<CallState> filter = calls(text, seenBy, state, agent);
        int all = isFoundAsByReadingAllCalls(filter);
        int most = text != null ? 1_000 : seenBy == null && agent == null && state == null ? 100_000 : 5_000;
        assertThat(calls.figures(filter, 3).of()).isEqualTo(Math.min(most, all));
    }

    private EntryFilter<CallState> calls(String text, String seenBy, String state, String agent) {
        return new EntryFilter<>(
                department.unit,
                login(seenBy),
                text(text),
                login(agent),
                state == null ? null : CallState.valueOf(state),
                null,
                null);
    }

    /** @return how many there are */
    private int isFoundAsByReadingAllCalls(EntryFilter<CallState> filter) {
        List<String> all = ids("call_id", "call_register", "received_at", filter, """
                and (caller_phone like :digits or caller_raw like :digits or customer_phone like :digits
                  or call_back_number like :digits or customer_name ilike :name
                  or exists (select from customer own where own.id = customer_id and own.name ilike :name))
                and (cast(:seenBy as text) is null or agent = :seenBy or covered_by = :seenBy or ringing_agent = :seenBy
                  or owner = :seenBy and (status = 'ACTIVE' or covered_by is not null)
                  or exists (select from customer own where own.id = customer_id and own.agent = :seenBy))
                and (cast(:agent as text) is null or :agent in (agent, covered_by, owner))
                """);
        assertThat(all).isNotEmpty();
        assertThat(pages(place -> calls.find(filter, place, 50), Call::callId)).isEqualTo(first(all));
        return all.size();
    }

    @ParameterizedTest
    @CsvSource({
        ",,,",
        "frequent,,,",
        "rare,,,",
        "商贸,,,",
        "5678,,,",
        "138,,,",
        "frequent,few,,",
        "rare,one,,",
        ",few,,",
        ",one,LEFT,",
        ",few,REGISTERED,",
        ",,,few",
        ",,,one",
        "frequent,,,few",
        ",,EXPECTED,",
        "rare,,,one"
    })
    void visitsAreFoundAsByReadingThemAll(String text, String seenBy, String state, String agent) {
        EntryFilter<VisitState> filter = new EntryFilter<>(
                department.unit,
                login(seenBy),
                text(text),
                login(agent),
                state == null ? null : VisitState.valueOf(state),
                null,
                null);
        List<String> all = ids("visit_id", "visit_register", "coalesce(arrived_at, appointment_at)", filter, """
                and (visitor_phone like :digits or visitor_raw like :digits or customer_phone like :digits
                  or customer_name ilike :name or visitor_name ilike :name or company ilike :name
                  or exists (select from customer own where own.id = customer_id and own.name ilike :name))
                and (cast(:seenBy as text) is null or agent = :seenBy or greeted_by = :seenBy or helped_by = :seenBy
                  or owner = :seenBy and (status = 'ACTIVE' or helped_by is not null)
                  or exists (select from customer own where own.id = customer_id and own.agent = :seenBy))
                and (cast(:agent as text) is null or :agent in (agent, greeted_by, helped_by, owner))
                """);
        assertThat(all).isNotEmpty();
        assertThat(pages(place -> visits.find(filter, place, 50), Visit::visitId))
                .isEqualTo(first(all));
    }

    /** Somebody with more customers than it is worth going through is looked for among the entries. */
    @ParameterizedTest
    @CsvSource({"frequent,one,,", "rare,one,,", "5678,one,,", ",one,,", ",one,ABANDONED,", "frequent,,,one", ",one,,one"
    })
    void aVeryBusyAgentFindsWhatReadingAllFinds(String text, String seenBy, String state, String agent) {
        transaction.executeWithoutResult(status -> {
            db.sql("update customer set agent = :one where unit_id = :unit and merged_into is null")
                    .param("one", one)
                    .param("unit", department.unit)
                    .update();
            isFoundAsByReadingAllCalls(calls(text, seenBy, state, agent));
            visitsAreFoundAsByReadingThemAll(text, seenBy, state, agent);
            status.setRollbackOnly();
        });
    }

    @ParameterizedTest
    @CsvSource({
        ",,",
        "frequent,,",
        "rare,,",
        "5678,,",
        "138,,",
        "13845,,",
        "frequent,few,",
        "rare,one,",
        "138,one,",
        ",,SOON",
        "frequent,,SOON",
        "rare,,LAPSED",
        "frequent,,NOBODYS",
        ",,NOBODYS",
        "5678,,ACTIVE",
        ",one,SOON",
        "frequent,few,LAPSED"
    })
    void customersAreFoundAsByReadingThemAll(String text, String agent, CustomerStatus status) {
        Instant now = clock.instant();
        Instant soon = now.plus(Duration.ofDays(3));
        CustomerFilter filter = new CustomerFilter(department.unit, text(text), login(agent), status, now, soon);
        List<Long> all = db.sql("""
                        select id from customer c where unit_id = :unit and merged_into is null
                          and (:text = '' or :number and exists (select from customer_phone p where p.customer_id = c.id
                                and (phone like '+' || :text || '%' or phone like '+86' || :text || '%' or phone like '%' || :text))
                              or not :number and name ilike '%' || :text || '%')
                          and (cast(:agent as text) is null or agent = :agent)
                          and case :status when 'ACTIVE' then agent is not null and valid_until > :now
                                when 'SOON' then agent is not null and valid_until > :now and valid_until <= :soon
                                when 'LAPSED' then agent is not null and valid_until <= :now
                                when 'NOBODYS' then agent is null else true end
                        order by case when :status = 'SOON' then valid_until end, case when :status = 'SOON' then id end,
                          valid_until desc nulls last, id desc
                        """)
                .param("unit", department.unit)
                .param("text", text == null ? "" : text(text))
                .param("number", text != null && text.matches("[0-9]+"))
                .param("agent", login(agent))
                .param("status", status == null ? "" : status.name())
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(soon))
                .query(Long.class)
                .list();
        List<Long> found = new ArrayList<>();
        CustomerSearch.PageEnd place = null;
        do {
            CustomerSearch.Found page = customers.find(filter, place, 50);
            page.customers().forEach(customer -> found.add(customer.id()));
            place = page.next();
        } while (place != null && found.size() < SEEN);
        assertThat(found).isEqualTo(first(all));
    }

    private static <T> List<String> pages(Function<PageEnd, Found<T>> search, Function<T, String> id) {
        List<String> found = new ArrayList<>();
        PageEnd place = null;
        do {
            Found<T> page = search.apply(place);
            page.entries().forEach(entry -> found.add(id.apply(entry)));
            place = page.next();
        } while (place != null && found.size() < SEEN);
        return found;
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(SEEN, all.size()));
    }

    /** A text is found by its own index also with a plan that knows neither the unit nor the text. */
    private void readsLittle(DeskBrowser browser, String page) {
        readsLittle("auto", browser, page);
        if (page.contains("&q=")) {
            readsLittle("force_generic_plan", browser, page);
        }
    }

    private void readsLittle(String plans, DeskBrowser browser, String page) {
        TableReads reads = reads(plans, () -> look(browser, page));
        assertThat(reads.scanned()).as(page + " with " + plans).doesNotContainKeys(LARGE.toArray(String[]::new));
        assertThat(reads.rows()).as(page + " with " + plans + ": " + reads).isLessThan(MANY / 2);
    }

    private void look(DeskBrowser browser, String page) {
        String path = page.replace("{frequent}", ManyEntries.FREQUENT)
                .replace("{rare}", ManyEntries.RARE)
                .replace("{long}", "长".repeat(2_000))
                .replace("{few}", few)
                .replace("{one}", one)
                .replace("?", "?unit=" + department.unit + "&");
        assertThat(browser.get(path).status()).as(page).isEqualTo(200);
    }

    /** A page is rendered in the thread that asks for it, and so in its transaction. */
    private TableReads reads(String plans, Runnable work) {
        AtomicReference<TableReads> reads = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            db.sql("set local plan_cache_mode = " + plans).update();
            reads.set(TableReads.during(db, work));
        });
        return reads.get();
    }

    private List<String> ids(String id, String table, String at, EntryFilter<?> filter, String conditions) {
        String text = filter.text() == null ? "" : filter.text();
        return db.sql("select " + id + " from " + table + " where unit_id = :unit " + conditions
                        + " and (cast(:state as text) is null or state = :state) order by " + at + " desc, " + id
                        + " desc")
                .param("unit", filter.unitId())
                .param("digits", text.isEmpty() ? "%" : text.matches("[0-9]+") ? "%" + text + "%" : "-")
                .param("name", text.matches("[0-9]+") ? "-" : "%" + text + "%")
                .param("seenBy", filter.seenBy())
                .param("agent", filter.agent())
                .param("state", filter.state() == null ? null : filter.state().name())
                .query(String.class)
                .list();
    }

    private String login(String name) {
        return name == null ? null : name.equals("few") ? few : one;
    }

    private static String text(String name) {
        return name == null
                ? null
                : name.replace("frequent", ManyEntries.FREQUENT).replace("rare", ManyEntries.RARE);
    }
}
