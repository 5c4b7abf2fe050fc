package io.rotadesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Which package owns which table, and which others read it. Imports do not show that one module's SQL reads another's rows, so a
 * change of a table would break modules that nobody thought of.
 */
class TableOwnersTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path SOURCES = Path.of("src/main/java/io/rotadesk");

    /** The tables of each package. Only it writes them. */
    private static final Map<String, Set<String>> OWNED = Map.ofEntries(
            Map.entry("access", Set.of("account", "api_token", "invitation", "login_desk", "login_try")),
            Map.entry("leasing.call", Set.of("call_register", "call_event", "missed_return")),
            Map.entry("leasing.visit", Set.of("visit_register", "visit_event")),
            Map.entry("leasing.customer", Set.of("customer", "customer_agent", "customer_phone", "follow_up")),
            Map.entry("leasing.dispute", Set.of("ownership_dispute")),
            Map.entry("leasing.conduct", Set.of("service_check", "service_mark")),
            Map.entry("leasing.escalation", Set.of("escalation")),
            Map.entry("leasing.handbook", Set.of("handbook", "handbook_section", "handbook_version")),
            Map.entry("petition.reception", Set.of("ticket", "ticket_serial")),
            Map.entry(
                    "petition.matter",
                    Set.of(
                            "matter",
                            "matter_alert",
                            "matter_coordination",
                            "matter_event",
                            "matter_extension",
                            "matter_instruction",
                            "matter_material",
                            "matter_plan",
                            "matter_scene",
                            "matter_serial",
                            "matter_transfer",
                            "matter_unit")),
            Map.entry("petition.workday", Set.of("calendar_day", "petition_settings")),
            Map.entry("petition.summary", Set.of("summary", "summary_item", "summary_version")),
            Map.entry("staff.unit", Set.of("unit", "agent")),
            Map.entry("staff.duty", Set.of("away", "agent_leave", "duty_day", "duty_order", "special_day")),
            Map.entry("staff.duty.morning", Set.of("duty_morning", "duty_notice")),
            Map.entry("staff.rota", Set.of("rota_state", "engagement", "turn_ledger")),
            Map.entry("staff.erasing", Set.of("erasure")),
            Map.entry("staff.reminder", Set.of("task_reminder")),
            Map.entry("platform.trouble", Set.of("process_trouble")));

    /** Packages that read another package's table: one statement for one answer. The reason stands at the table. */
    private static final Map<String, Set<String>> READ_BY = Map.ofEntries(
            // The rota decides in one statement from people, leave, absence and the day.
            Map.entry("agent", Set.of("staff.duty", "staff.rota", "leasing.visit", "petition.reception")),
            Map.entry("agent_leave", Set.of("staff.rota")),
            Map.entry("away", Set.of("staff.rota")),
            Map.entry("duty_day", Set.of("staff.rota")),
            // Whether a day has begun.
            Map.entry("rota_state", Set.of("staff.duty")),
            // Somebody who is being served is not erased.
            Map.entry("engagement", Set.of("leasing.call", "leasing.visit")),
            // Registers are searched by the customer's name; a dispute is held on the customer's row.
            Map.entry("customer", Set.of("leasing.call", "leasing.visit", "leasing.dispute")),
            // A unit's settings and its place in the tree.
            Map.entry("unit", Set.of("staff.duty", "staff.rota", "petition.workday", "petition.matter")),
            // A ticket without a process is found by its matter; a month is summed up from its matters.
            Map.entry("matter", Set.of("petition.reception", "petition.summary")),
            Map.entry("ticket", Set.of("petition.matter")));

    /** It sets up what real use would have left behind. */
    private static final String DEMO = "demo";

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join|using)\\s+(?:rotadesk\\.)?(\\w+)");
    private static final Pattern WRITE =
            Pattern.compile("\\b(?:insert into|update|delete from)\\s+(?:rotadesk\\.)?(\\w+)");

    @Test
    void everyTableHasOneOwner() throws IOException {
        List<String> owned = OWNED.values().stream().flatMap(Set::stream).toList();

        assertThat(owned).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void onlyTheOwnerWritesATable() throws IOException {
        assertThat(strangers(uses(WRITE), table -> Set.of())).isEmpty();
    }

    @Test
    void onlyTheOwnerAndItsGuestsReadATable() throws IOException {
        assertThat(strangers(uses(READ), table -> READ_BY.getOrDefault(table, Set.of())))
                .isEmpty();
    }

    @Test
    void everyGuestComes() throws IOException {
        Map<String, Set<String>> reads = uses(READ);

        READ_BY.forEach((table, guests) -> assertThat(reads.getOrDefault(table, Set.of()))
                .as("packages that read %s", table)
                .containsAll(guests));
    }

    private static List<String> strangers(
            Map<String, Set<String>> uses, java.util.function.Function<String, Set<String>> guests) {
        List<String> strangers = new ArrayList<>();
        uses.forEach((table, packages) -> packages.stream()
                .filter(one -> !one.equals(DEMO))
                .filter(one -> !OWNED.getOrDefault(one, Set.of()).contains(table))
                .filter(one -> !guests.apply(table).contains(one))
                .forEach(one -> strangers.add(one + " uses " + table)));
        return strangers;
    }

    /** @return for each of our tables the packages whose texts have it after these words */
    private static Map<String, Set<String>> uses(Pattern words) throws IOException {
        Set<String> tables = tables();
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            String of = SOURCES.relativize(file.getParent()).toString().replace('/', '.');
            Matcher text = TEXT.matcher(Files.readString(file));
            while (text.find()) {
                String content = (text.group(1) != null ? text.group(1) : text.group(2)).toLowerCase(Locale.ROOT);
                Matcher use = words.matcher(content);
                while (use.find()) {
                    if (tables.contains(use.group(1)) && !isDeletion(content, use)) {
                        uses.computeIfAbsent(use.group(1), any -> new TreeSet<>())
                                .add(of);
                    }
                }
            }
        }
        return uses;
    }

    /** "delete from x" is no reading. */
    private static boolean isDeletion(String content, Matcher use) {
        return use.group().startsWith("from")
                && content.substring(0, use.start()).endsWith("delete ");
    }

    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path file : files(MIGRATIONS, ".sql")) {
            String sql = Files.readString(file).toLowerCase(Locale.ROOT);
            Pattern.compile("create table (?:if not exists )?(?:rotadesk\\.)?(\\w+)|drop table (?:if exists )?(\\w+)")
                    .matcher(sql)
                    .results()
                    .forEach(found -> {
                        if (found.group(1) != null) {
                            tables.add(found.group(1));
                        } else {
                            tables.remove(found.group(2));
                        }
                    });
        }
        return tables;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
