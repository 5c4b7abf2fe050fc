package io.rotadesk.bench;

import io.rotadesk.ManyEntries;
import io.rotadesk.TableReads;
import io.rotadesk.leasing.call.CallSearch;
import io.rotadesk.leasing.call.CallState;
import io.rotadesk.leasing.customer.CustomerFilter;
import io.rotadesk.leasing.customer.CustomerSearch;
import io.rotadesk.leasing.customer.CustomerStatus;
import io.rotadesk.leasing.visit.FrontDeskDay;
import io.rotadesk.leasing.visit.VisitSearch;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.staff.handover.Handovers;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * (m) Every list, search and figure of large registers, as a manager, as an agent with very many entries, and as one with
 * few. Rows and pages are those that PostgreSQL counts, whatever the machine does.
 */
final class LargeRegisters {

    private static final String UNIT = "pages";
    private static final long FIRST_ID = 2_000_000_000;
    private static final String FEW = "pages31";
    private static final String MANY = "pages3";
    private static final int TIMES = 7;
    private static final Set<String> LARGE = Set.of("call_register", "visit_register", "customer", "customer_phone");

    private final RotaDesk application;
    private final TransactionTemplate transaction;
    private final Instant now = Instant.now();
    private Report.Table table;

    LargeRegisters(RotaDesk application) {
        this.application = application;
        this.transaction = application.bean(TransactionTemplate.class);
    }

    void run(BenchSettings settings, Report report) {
        int entries = settings.entries();
        foundUnit();
        long began = System.nanoTime();
        fill(entries, 5 * entries);
        report.fact("seconds to fill the registers", (System.nanoTime() - began) / 1_000_000_000);
        table = report.table(
                "pages",
                "(m) Lists, searches and figures, ms; " + entries + " calls and visits, " + 5 * entries + " customers",
                "what",
                "best",
                "median",
                "worst",
                "rows",
                "pages",
                "read from end to end");
        for (String who : Arrays.asList(null, MANY, FEW)) {
            registers(who);
            customers(who);
        }
        others();
    }

    /** A unit of its own: the other parts have their customers in another. */
    private void foundUnit() {
        application
                .bean(Units.class)
                .save(new Unit(UNIT, "招商部", "广安世纪", null, List.of(), List.of(), RotaDesk.BY_TELEPHONE));
    }

    private void fill(int entries, int customers) {
        List<String> agents =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "pages" + i).toList();
        ManyEntries many = new ManyEntries(UNIT, agents, FEW, now);
        // A connection of its own: those of the pool give a statement up after some seconds.
        JdbcConnectionDetails known = application.bean(JdbcConnectionDetails.class);
        var database = new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
        JdbcClient jdbc = application.server().patient();
        DroppedIndexes.during(
                jdbc,
                List.of("rotadesk.customer", "rotadesk.customer_phone"),
                () -> many.customers(database, customers, FIRST_ID));
        DroppedIndexes.during(
                jdbc,
                List.of("rotadesk.call_register", "rotadesk.visit_register"),
                () -> many.contacts(database, entries, customers, FIRST_ID));
        // Figures are read from an index alone where PostgreSQL knows that all transactions see its rows.
        jdbc.sql("vacuum analyze customer, customer_phone, call_register, visit_register")
                .update();
    }

    private void registers(String who) {
        Instant month = now.minus(Duration.ofDays(30));
        both("30 days", who, null, null, null, month, null);
        both("an old year", who, null, null, null, now.minus(Duration.ofDays(1000)), now.minus(Duration.ofDays(635)));
        both("all", who, null, null, null, null, null);
        both("one state", who, null, null, "REGISTERED", null, null);
        both("a rare state", who, null, null, "ABANDONED", null, null);
        for (String text : texts()) {
            both(named(text), who, text, null, null, null, null);
        }
        both("frequent name, a rare state", who, ManyEntries.FREQUENT, null, "ABANDONED", null, null);
        if (who == null) {
            both("of one with many", null, null, MANY, null, null, null);
            both("of one with few", null, null, FEW, null, null, null);
            both("frequent name, of one with few", null, ManyEntries.FREQUENT, FEW, null, null, null);
            both("frequent name, of one with many", null, ManyEntries.FREQUENT, MANY, null, null, null);
        }
    }

    private void both(String what, String who, String text, String agent, String state, Instant from, Instant to) {
        var calls =
                new EntryFilter<>(UNIT, who, text, agent, state == null ? null : CallState.valueOf(state), from, to);
        var visits =
                new EntryFilter<>(UNIT, who, text, agent, state == null ? null : VisitState.valueOf(state), from, to);
        CallSearch callSearch = application.bean(CallSearch.class);
        VisitSearch visitSearch = application.bean(VisitSearch.class);
        String whose = who == null ? "manager" : who.equals(FEW) ? "agent with few" : "agent with many";
        row("calls, " + whose + ": " + what, () -> callSearch.find(calls, null, 50));
        row("calls' figures, " + whose + ": " + what, () -> callSearch.figures(calls, 3));
        row("visits, " + whose + ": " + what, () -> visitSearch.find(visits, null, 50));
        row("visits' figures, " + whose + ": " + what, () -> visitSearch.figures(visits));
    }

    private void customers(String who) {
        CustomerSearch search = application.bean(CustomerSearch.class);
        String whose = who == null ? "manager" : who.equals(FEW) ? "agent with few" : "agent with many";
        for (CustomerStatus status : CustomerStatus.values()) {
            row("customers, " + whose + ": " + status, () -> search.find(filter(who, null, status), null, 50));
        }
        row("customers, " + whose + ": all", () -> search.find(filter(who, null, null), null, 50));
        for (String text : texts()) {
            row("customers, " + whose + ": " + named(text), () -> search.find(filter(who, text, null), null, 50));
        }
        row(
                "customers, " + whose + ": rare name, soon",
                () -> search.find(filter(who, ManyEntries.RARE, CustomerStatus.SOON), null, 50));
        row(
                "customers, " + whose + ": half a number, lapsed",
                () -> search.find(filter(who, "1381", CustomerStatus.LAPSED), null, 50));
    }

    private CustomerFilter filter(String who, String text, CustomerStatus status) {
        return new CustomerFilter(UNIT, text, who, status, now, now.plus(Duration.ofDays(3)));
    }

    private void others() {
        Handovers handovers = application.bean(Handovers.class);
        row("what a leaver with many has", () -> handovers.of(UNIT, MANY));
        row("what a leaver with few has", () -> handovers.of(UNIT, FEW));
        FrontDeskDay day = application.bean(FrontDeskDay.class);
        row("the reception's appointments", () -> day.appointments(UNIT, now.minus(Duration.ofHours(12)), now));
        row("the reception's visitors", () -> day.underWay(UNIT, now));
        row("the reception's later appointments", () -> day.later(UNIT, now, 20));
    }

    private static List<String> texts() {
        return List.of(
                ManyEntries.FREQUENT,
                ManyEntries.RARE,
                ManyEntries.FREQUENT + "丅",
                "没人",
                "138",
                "1381",
                "5678",
                "13800001111");
    }

    private static String named(String text) {
        return text.equals(ManyEntries.FREQUENT)
                ? "frequent name"
                : text.equals(ManyEntries.RARE)
                        ? "rare name"
                        : text.equals("没人")
                                ? "no such name"
                                : text.matches("[0-9]+") ? text : "two characters of a name";
    }

    private void row(String what, Runnable work) {
        AtomicReference<TableReads> reads = new AtomicReference<>();
        transaction.executeWithoutResult(status -> reads.set(TableReads.during(application.jdbc(), work)));
        Times times = new Times();
        for (int i = 0; i < TIMES; i++) {
            times.measure(() -> {
                work.run();
                return null;
            });
        }
        Set<String> scanned = new TreeSet<>(reads.get().scanned().keySet());
        scanned.retainAll(LARGE);
        table.row(
                what,
                times.percentile(0),
                times.percentile(50),
                times.percentile(100),
                reads.get().rows(),
                reads.get().pages(),
                scanned.isEmpty() ? "-" : String.join(", ", scanned));
    }
}
