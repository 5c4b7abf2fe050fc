package io.rotadesk.bench;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates any number of leasing units with ten agents each: one is founded by the application and has a call, so that
 * its day is planned; its rows are then multiplied in the database, ours and those of accounts in the engine.
 */
final class GeneratedUnits {

    static final int AGENTS = 10;

    /** The id of the founded unit, and the beginning of all its logins; it occurs in no other text. */
    private static final String FIRST = "manyunits0x";

    /** What makes a unit, its people and its day; a table that is not there is left out. */
    private static final List<String> MULTIPLIED = List.of(
            "rotadesk.unit",
            "rotadesk.agent",
            "rotadesk.account",
            "rotadesk.duty_day",
            "rotadesk.duty_order",
            "rotadesk.duty_morning",
            "rotadesk.duty_notice",
            "rotadesk.rota_state",
            "public.act_id_user",
            "public.act_id_info",
            "public.act_id_membership",
            "public.act_id_tenant",
            "public.act_id_tenant_member",
            "public.act_ru_authorization");

    private final RotaDesk application;
    private final JdbcClient jdbc;

    GeneratedUnits(RotaDesk application) {
        this.application = application;
        this.jdbc = application.server().patient();
    }

    /** @param number from 0 on */
    static String unit(long number) {
        return FIRST.replace("0x", number + "x");
    }

    /** Leaves the first call of the day behind in the founded unit only. */
    void create(int number) {
        found();
        new RotaDeskCalls("first call of the day", application, id -> FIRST, false).handle(0, Load.newId());
        jdbc.sql("set session_replication_role = replica").update();
        try {
            MULTIPLIED.forEach(table -> multiply(table, number));
        } finally {
            jdbc.sql("reset session_replication_role").update();
        }
        jdbc.sql("analyze").update();
    }

    private void found() {
        String manager = FIRST + "manager";
        application
                .bean(Units.class)
                .save(new Unit(FIRST, "招商部", "广安世纪", null, List.of(manager), List.of(), RotaDesk.BY_TELEPHONE));
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        for (int i = 0; i < AGENTS; i++) {
            String team = i % 2 == 0 ? "A" : "B";
            int place = 1 + i / 2;
            csv.append("%s%s%d,招商员%s%d,138%08d,%d,%s,%d%n"
                    .formatted(FIRST, team.toLowerCase(Locale.ROOT), place, team, place, i, 400 + i, team, place));
        }
        application.load(FIRST, csv + manager + ",经理,13800000998,300,-,\n");
    }

    private record Column(String name, String type, boolean text) {}

    private void multiply(String table, int number) {
        List<Column> columns =
                jdbc.sql("""
                        select attname as name, format_type(atttypid, atttypmod) as type,
                          format_type(atttypid, null) in ('text', 'text[]', 'jsonb', 'character varying') as text
                        from pg_attribute
                        where attrelid = to_regclass(:table) and attnum > 0 and not attisdropped
                          and attidentity = '' and attgenerated = ''
                        """).param("table", table).query(Column.class).list();
        if (columns.isEmpty()) {
            return;
        }
        jdbc.sql("insert into %s (%s) select %s from %s t, generate_series(1, :last) n where t::text like :first"
                        .formatted(
                                table,
                                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                                columns.stream().map(GeneratedUnits::value).collect(Collectors.joining(", ")),
                                table))
                .param("last", number - 1)
                .param("first", "%" + FIRST + "%")
                .update();
    }

    /** The same as in the first unit, with its id replaced wherever it occurs. */
    private static String value(Column column) {
        String same = "t." + column.name();
        if (!column.text()) {
            return same;
        }
        String replaced = "replace(%s::text, '%s', '%s' || n || 'x')"
                .formatted(same, FIRST, FIRST.substring(0, FIRST.length() - 2));
        // Ids of the engine's that are random.
        String id = column.name().equals("id_")
                ? "case when %1$s like '%%%2$s%%' then %3$s else %1$s || '-' || n end".formatted(same, FIRST, replaced)
                : replaced;
        return "(%s)::%s".formatted(id, column.type());
    }
}
