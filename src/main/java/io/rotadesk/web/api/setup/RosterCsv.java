package io.rotadesk.web.api.setup;

import io.rotadesk.platform.input.SheetCell;
import io.rotadesk.staff.unit.Agent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;

/** Writes a roster as the file that {@link io.rotadesk.staff.roster.Roster} reads. */
final class RosterCsv {

    private static final String NO_TEAM = "-";

    private final MessageSource messages;
    private final Locale locale;

    RosterCsv(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** @param teams whether the unit has teams; else the file has no such column */
    String write(List<Agent> people, boolean teams) {
        StringWriter text = new StringWriter();
        String[] header = Stream.of("login", "name", "mobile", "extension", "team", "place", "left")
                .filter(column -> teams || !column.equals("team"))
                .map(column -> text("setup.csv." + column))
                .toArray(String[]::new);
        try (CSVPrinter csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(header).get())) {
            for (Agent agent : people) {
                List<Object> cells =
                        new ArrayList<>(Stream.of(agent.login(), agent.name(), agent.mobile(), agent.extension())
                                .map(SheetCell::written)
                                .toList());
                if (teams) {
                    cells.add(agent.team() == null ? NO_TEAM : agent.team());
                }
                cells.add(agent.place());
                cells.add(text(agent.left() ? "setup.csv.yes" : "setup.csv.no"));
                csv.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
