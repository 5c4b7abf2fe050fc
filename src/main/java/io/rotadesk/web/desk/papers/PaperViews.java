package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperSigning;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.AttachmentCards;
import io.rotadesk.web.desk.matters.MatterSights;
import io.rotadesk.web.desk.papers.PaperSights.Seen;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the page of a paper shows. */
@Component
class PaperViews {

    private final Papers papers;
    private final AttachmentCards attachments;
    private final MatterSights matters;
    private final PaperSigning signing;
    private final PaperWording words;
    private final Agents agents;
    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    PaperViews(
            Papers papers,
            AttachmentCards attachments,
            MatterSights matters,
            PaperSigning signing,
            PaperWording words,
            Agents agents,
            Units units,
            MessageSource messages,
            Clock clock) {
        this.papers = papers;
        this.attachments = attachments;
        this.matters = matters;
        this.signing = signing;
        this.words = words;
        this.agents = agents;
        this.units = units;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public PaperView of(Seen seen, Locale locale) {
        Paper paper = seen.paper();
        Unit unit = units.get(paper.unitId());
        List<Paper> versions = versions(paper);
        return new PaperView(
                paper,
                seen.matter(),
                unit,
                words.kind(paper.kind(), locale),
                seen.edits(),
                seen.leads(),
                signing.needsLeader(paper),
                versions,
                paper(paper.links().about()),
                attachments.of(
                        paper,
                        seen.matter(),
                        seen.edits() || matters.decides(seen.matter(), seen.reader()),
                        seen.reader(),
                        locale),
                template(paper, locale),
                Sheet.of(paper, unit, paper(paper.links().replaces())),
                agents.named(versions.stream()
                        .flatMap(PaperViews::people)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())),
                LocalDateTime.ofInstant(clock.instant(), unit.clock().zone()).truncatedTo(ChronoUnit.MINUTES));
    }

    private static Stream<String> people(Paper paper) {
        return Stream.of(
                paper.writing().madeBy(),
                paper.writing().editedBy(),
                paper.handingIn().by(),
                paper.signing().by(),
                paper.delivery().by());
    }

    private String template(Paper paper, Locale locale) {
        String unitId = paper.origin().unitId();
        return unitId == null
                ? messages.getMessage("desk.papers.template.shipped", null, locale)
                : messages.getMessage(
                        "desk.papers.template.version",
                        new Object[] {
                            units.find(unitId).map(Unit::name).orElse(unitId),
                            paper.origin().number()
                        },
                        locale);
    }

    private List<Paper> versions(Paper paper) {
        List<Paper> versions = new ArrayList<>(List.of(paper));
        while (versions.get(0).links().replaces() != null) {
            versions.add(0, papers.get(versions.get(0).links().replaces()));
        }
        Optional<Paper> next = papers.correctionOf(paper.id());
        while (next.isPresent()) {
            versions.add(next.get());
            next = papers.correctionOf(next.get().id());
        }
        return List.copyOf(versions);
    }

    private Paper paper(PaperId id) {
        return id == null ? null : papers.get(id);
    }
}
