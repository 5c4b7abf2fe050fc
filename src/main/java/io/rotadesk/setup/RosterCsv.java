package io.rotadesk.setup;

import io.rotadesk.roster.Agent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;

/** Writes a roster as the file that {@link io.rotadesk.roster.Roster} reads. */
final class RosterCsv {

    private static final String NO_TEAM = "-";

    private final MessageSource messages;
    private final Locale locale;

    RosterCsv(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    String write(List<Agent> people) {
        StringWriter text = new StringWriter();
        String[] header = Stream.of("login", "name", "mobile", "extension", "team", "place", "left")
                .map(column -> text("setup.csv." + column))
                .toArray(String[]::new);
        try (CSVPrinter csv = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setHeader(header).get())) {
            for (Agent agent : people) {
                csv.printRecord(
                        agent.login(),
                        agent.name(),
                        agent.mobile(),
                        agent.extension(),
                        agent.team() == null ? NO_TEAM : agent.team(),
                        agent.place(),
                        text(agent.left() ? "setup.csv.yes" : "setup.csv.no"));
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
