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
import java.util.function.Function;
import java.util.regex.MatchResult;
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
            Map.entry("engine", Set.of("model_deployment")),
            Map.entry("access", Set.of("account", "api_token", "invitation", "login_desk", "login_try")),
            Map.entry("leasing.call", Set.of("call_register", "call_event", "call_leg", "missed_return")),
            Map.entry("leasing.calllist", Set.of("call_difference")),
            Map.entry("leasing.phonesystem", Set.of("phone_message")),
            Map.entry("leasing.visit", Set.of("visit_register", "visit_event")),
            Map.entry(
                    "leasing.customer",
                    Set.of("customer", "customer_agent", "customer_look_up", "customer_phone", "follow_up")),
            Map.entry("leasing.dispute", Set.of("ownership_dispute")),
            Map.entry("leasing.conduct", Set.of("service_check", "service_mark")),
            Map.entry("leasing.escalation", Set.of("escalation")),
            Map.entry("leasing.note", Set.of("note")),
            Map.entry("leasing.correction", Set.of("entry_version")),
            Map.entry("leasing.handbook", Set.of("handbook", "handbook_section", "handbook_version")),
            Map.entry("petition.reception", Set.of("hall_window", "ticket", "ticket_serial")),
            Map.entry(
                    "petition.matter",
                    Set.of(
                            "matter",
                            "matter_alert",
                            "matter_category",
                            "matter_coordination",
                            "matter_event",
                            "matter_export",
                            "matter_extension",
                            "matter_identity",
                            "matter_instruction",
                            "matter_material",
                            "matter_missed_deadline",
                            "matter_plan",
                            "matter_representative",
                            "matter_round",
                            "matter_scene",
                            "matter_serial",
                            "matter_transfer",
                            "matter_unit",
                            "matter_urging")),
            Map.entry("petition.enquiry", Set.of("enquiry_key", "matter_code", "matter_rating")),
            Map.entry("petition.workday", Set.of("calendar_day", "petition_settings")),
            Map.entry(
                    "petition.summary",
                    Set.of("summary", "summary_item", "summary_rating", "summary_review", "summary_version")),
            Map.entry("petition.review", Set.of("matter_review")),
            Map.entry("petition.paper", Set.of("paper", "paper_serial", "paper_template")),
            Map.entry(
                    "petition.attachment",
                    Set.of("attachment", "attachment_content", "attachment_leftover", "attachment_thumbnail")),
            Map.entry("staff.unit", Set.of("unit", "agent")),
            Map.entry(
                    "staff.duty", Set.of("away", "agent_leave", "duty_day", "duty_order", "page_seen", "special_day")),
            Map.entry("staff.duty.morning", Set.of("duty_morning", "duty_notice")),
            Map.entry("staff.rota", Set.of("rota_state", "engagement", "booking", "turn_ledger", "wrap_up")),
            Map.entry(
                    "staff.notice.channel",
                    Set.of("notice_channel", "notice_hours", "notice_message", "notice_person", "notice_route")),
            Map.entry("staff.erasing", Set.of("erasure")),
            Map.entry("staff.reminder", Set.of("task_reminder")),
            Map.entry("staff.notice", Set.of("notice")),
            Map.entry("staff.draft", Set.of("task_draft")),
            Map.entry("platform.trouble", Set.of("process_trouble")));

    /** Packages that read another package's table: one statement for one answer. The reason stands at the table. */
    private static final Map<String, Set<String>> READ_BY = Map.ofEntries(
            // The rota decides in one statement from people, leave, absence and the day.
            Map.entry(
                    "agent", Set.of("staff.duty", "staff.rota", "leasing.call", "leasing.visit", "petition.reception")),
            Map.entry("agent_leave", Set.of("staff.rota")),
            Map.entry("away", Set.of("staff.rota")),
            Map.entry("page_seen", Set.of("staff.rota")),
            Map.entry("duty_day", Set.of("staff.rota")),
            // A message is sent only if its notice is still unread.
            Map.entry("notice", Set.of("staff.notice.channel")),
            // Whether a day has begun.
            Map.entry("rota_state", Set.of("staff.duty")),
            // Somebody who is being served is not erased.
            Map.entry("engagement", Set.of("leasing.call", "leasing.visit")),
            // Registers are searched by the customer's name; a dispute is held on the customer's row.
            Map.entry("customer", Set.of("leasing.call", "leasing.visit", "leasing.dispute")),
            // The register of some hours is compared with the phone system's list.
            Map.entry("call_register", Set.of("leasing.calllist")),
            Map.entry("call_leg", Set.of("leasing.calllist")),
            // A unit's settings and its place in the tree.
            Map.entry("unit", Set.of("staff.duty", "staff.rota", "petition.workday", "petition.matter")),
            // Reviewers see the matter, and nobody is erased meanwhile.
            Map.entry("matter_review", Set.of("petition.matter")),
            Map.entry("matter_urging", Set.of("petition.summary")),
            Map.entry("matter_missed_deadline", Set.of("petition.summary")),
            Map.entry("matter_round", Set.of("petition.summary")),
            // A ticket without a process is found by its matter; a month is summed up from its matters; a responsible
            // person's papers; nothing is attached to a matter whose petitioner is erased meanwhile.
            Map.entry(
                    "matter",
                    Set.of("petition.attachment", "petition.paper", "petition.reception", "petition.summary")),
            Map.entry("ticket", Set.of("petition.matter")));

    /** It sets up what real use would have left behind. */
    private static final String DEMO = "demo";

    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern READ = Pattern.compile("\\b(?:from|join|using)\\s+(?:rotadesk\\.)?(\\w+)");
    private static final Pattern WRITE =
            Pattern.compile("\\b(?:insert into|update|delete from)\\s+(?:rotadesk\\.)?(\\w+)");

    /** Tables in a list; {@link #READ} finds the first. */
    private static final Pattern LISTED = Pattern.compile(
            "\\b(?:from|using)\\s+[\\w.]+(?:\\s+(?:as\\s+)?\\w+)?" + "((?:\\s*,\\s*[\\w.]+(?:\\s+(?:as\\s+)?\\w+)?)+)");

    private static final Pattern IN_LIST = Pattern.compile(",\\s*(?:rotadesk\\.)?(\\w+)");

    /** What takes a table by its name: whoever gives the name uses the table. */
    private static final Pattern GIVEN = Pattern.compile(
            "(?:new Register(?:Table)?<[^(;]*\\(|super\\(db,|tableOfTexts\\(\\)\\s*\\{)[^\";]*\"(\\w+)\"");

    /** A statement whose table stands outside of the text. */
    private static final Pattern COMPUTED =
            Pattern.compile("\\b(?:from|join|using|update|into)\\s*(?:%s|\"(?:\"\")?\\s*(?:\\+|\\.concat))");

    /** They take tables by name. */
    private static final Set<String> GENERAL =
            Set.of("platform.lookup", "platform.register", "staff.erasing", "staff.handover");

    @Test
    void everyTableHasOneOwner() throws IOException {
        List<String> owned = OWNED.values().stream().flatMap(Set::stream).toList();

        assertThat(owned).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void onlyTheOwnerWritesATable() throws IOException {
        assertThat(strangers(uses(TableOwnersTest::written), table -> Set.of())).isEmpty();
    }

    @Test
    void onlyTheOwnerAndItsGuestsReadATable() throws IOException {
        assertThat(strangers(uses(TableOwnersTest::read), table -> READ_BY.getOrDefault(table, Set.of())))
                .isEmpty();
    }

    @Test
    void tablesAreFoundWhereverTheyStandInAText() {
        assertThat(read("select * from unit u, rotadesk.agent as a, away join ticket on true"))
                .containsExactlyInAnyOrder("unit", "ticket", "agent", "away");
        assertThat(read("delete from away using agent where a = (select b from unit)"))
                .containsExactlyInAnyOrder("agent", "unit");
        assertThat(written("with gone as (delete from away) insert into rotadesk.unit select"))
                .containsExactly("away", "unit");
    }

    @Test
    void onlyTheOwnerGivesATableAway() throws IOException {
        Map<String, Set<String>> given = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            GIVEN.matcher(Files.readString(file))
                    .results()
                    .forEach(name -> given.computeIfAbsent(name.group(1), any -> new TreeSet<>())
                            .add(packageOf(file)));
        }

        assertThat(given).isNotEmpty();
        assertThat(tables()).containsAll(given.keySet());
        assertThat(strangers(given, table -> Set.of())).isEmpty();
    }

    @Test
    void noStatementHidesItsTable() throws IOException {
        List<String> hidden = new ArrayList<>();
        for (Path file : files(SOURCES, ".java")) {
            if (!GENERAL.contains(packageOf(file))
                    && COMPUTED.matcher(Files.readString(file).toLowerCase(Locale.ROOT))
                            .find()) {
                hidden.add(file.toString());
            }
        }
        assertThat(hidden).as("statements whose table is not in the text").isEmpty();
    }

    @Test
    void everyGuestComes() throws IOException {
        Map<String, Set<String>> reads = uses(TableOwnersTest::read);

        READ_BY.forEach((table, guests) -> assertThat(reads.getOrDefault(table, Set.of()))
                .as("packages that read %s", table)
                .containsAll(guests));
    }

    private static List<String> strangers(Map<String, Set<String>> uses, Function<String, Set<String>> guests) {
        List<String> strangers = new ArrayList<>();
        uses.forEach((table, packages) -> packages.stream()
                .filter(one -> !one.equals(DEMO))
                .filter(one -> !OWNED.getOrDefault(one, Set.of()).contains(table))
                .filter(one -> !guests.apply(table).contains(one))
                .forEach(one -> strangers.add(one + " uses " + table)));
        return strangers;
    }

    /** @return for each of our tables the packages with a text that names it in this way */
    private static Map<String, Set<String>> uses(Function<String, Stream<String>> named) throws IOException {
        Set<String> tables = tables();
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            TEXT.matcher(Files.readString(file))
                    .results()
                    .map(text -> text.group(1) != null ? text.group(1) : text.group(2))
                    .flatMap(text -> named.apply(text.toLowerCase(Locale.ROOT)))
                    .filter(tables::contains)
                    .forEach(table ->
                            uses.computeIfAbsent(table, any -> new TreeSet<>()).add(packageOf(file)));
        }
        return uses;
    }

    private static Stream<String> written(String text) {
        return WRITE.matcher(text).results().map(use -> use.group(1));
    }

    private static Stream<String> read(String text) {
        return Stream.concat(
                READ.matcher(text)
                        .results()
                        .filter(use -> !isDeletion(text, use))
                        .map(use -> use.group(1)),
                LISTED.matcher(text)
                        .results()
                        .flatMap(list -> IN_LIST.matcher(list.group(1)).results())
                        .map(use -> use.group(1)));
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace('/', '.');
    }

    /** "delete from x" is no reading. */
    private static boolean isDeletion(String text, MatchResult use) {
        return use.group().startsWith("from") && text.substring(0, use.start()).endsWith("delete ");
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
