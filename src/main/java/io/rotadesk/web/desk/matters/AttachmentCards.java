package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.attachment.Attachment;
import io.rotadesk.petition.attachment.Attachments;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.matters.AttachmentCard.Line;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the attachments of a matter, a paper or a ticket for their pages. */
@Component
@Transactional(readOnly = true)
public class AttachmentCards {

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = KILOBYTE * KILOBYTE;

    private final Attachments attachments;
    private final Matters matters;
    private final MatterSights sights;
    private final Papers papers;
    private final PaperWording words;
    private final Agents agents;
    private final Units units;

    AttachmentCards(
            Attachments attachments,
            Matters matters,
            MatterSights sights,
            Papers papers,
            PaperWording words,
            Agents agents,
            Units units) {
        this.attachments = attachments;
        this.matters = matters;
        this.sights = sights;
        this.papers = papers;
        this.words = words;
        this.agents = agents;
        this.units = units;
    }

    /** All of a matter, its papers and its repeat visits, for somebody who sees the matter. */
    public AttachmentCard of(Matter matter, SignedInUser user, Locale locale) {
        List<MatterId> all = Stream.concat(
                        Stream.of(matter.id()),
                        matters.repeatVisits(matter.id()).stream().map(Matter::id))
                .toList();
        boolean decides = sights.decides(matter, user);
        return card(
                "/desk/matters/" + matter.id() + "/attachments",
                attachments.of(all),
                matter,
                decides && matter.erasedAt() == null,
                decides,
                user,
                locale);
    }

    /** @param adds whether the person can add to the paper */
    public AttachmentCard of(Paper paper, Matter matter, boolean adds, SignedInUser user, Locale locale) {
        return withoutPapers(card(
                "/desk/papers/" + paper.id() + "/attachments",
                attachments.of(paper.id()),
                matter,
                adds && matter.erasedAt() == null,
                sights.decides(matter, user),
                user,
                locale));
    }

    /** What a person at the hall sees of a ticket's matter: all if they see the matter, else what they added themselves. */
    public AttachmentCard of(TicketId ticket, Matter matter, boolean adds, SignedInUser user, Locale locale) {
        boolean seesAll = sights.sees(matter, user);
        return card(
                "/desk/hall/" + ticket + "/attachments",
                attachments.of(List.of(matter.id())).stream()
                        .filter(one -> seesAll || one.addedBy().equals(user.login()))
                        .toList(),
                matter,
                adds && matter.erasedAt() == null,
                sights.decides(matter, user),
                user,
                locale);
    }

    private AttachmentCard card(
            String at,
            List<Attachment> all,
            Matter matter,
            boolean adds,
            boolean decides,
            SignedInUser user,
            Locale locale) {
        UnitClock clock = units.get(matter.unitId()).clock();
        Map<String, String> people = agents.named(all.stream()
                .flatMap(one -> Stream.of(one.addedBy(), Objects.requireNonNullElse(one.removedBy(), one.addedBy())))
                .collect(Collectors.toSet()));
        Map<PaperId, Paper> theirs = new HashMap<>();
        all.stream()
                .map(Attachment::paperId)
                .filter(Objects::nonNull)
                .forEach(id -> theirs.computeIfAbsent(id, papers::get));
        List<Line> lines = all.stream()
                .map(one -> {
                    Paper paper = theirs.get(one.paperId());
                    return new Line(
                            one,
                            size(one.size()),
                            people.getOrDefault(one.addedBy(), one.addedBy()),
                            clock.dayAndTime(one.addedAt()),
                            one.isRemoved() ? people.getOrDefault(one.removedBy(), one.removedBy()) : "",
                            time(clock, one.removedAt()),
                            paper,
                            paper == null ? null : words.kind(paper.kind(), locale),
                            !one.isRemoved()
                                    && (decides || adds && one.addedBy().equals(user.login())));
                })
                .toList();
        return new AttachmentCard(
                at,
                lines.stream().filter(line -> !line.attachment().isRemoved()).toList(),
                lines.stream().filter(line -> line.attachment().isRemoved()).toList(),
                adds,
                attachments.largest().toBytes(),
                attachments.largest().toMegabytes());
    }

    private static AttachmentCard withoutPapers(AttachmentCard card) {
        return new AttachmentCard(
                card.at(),
                withoutPapers(card.shown()),
                withoutPapers(card.removed()),
                card.adds(),
                card.largest(),
                card.largestMegabytes());
    }

    private static List<Line> withoutPapers(List<Line> lines) {
        return lines.stream()
                .map(line -> new Line(
                        line.attachment(),
                        line.size(),
                        line.addedBy(),
                        line.addedAt(),
                        line.removedBy(),
                        line.removedAt(),
                        null,
                        null,
                        line.removes()))
                .toList();
    }

    private static String time(UnitClock clock, Instant instant) {
        return instant == null ? "" : clock.dayAndTime(instant);
    }

    private static String size(long bytes) {
        return bytes < MEGABYTE
                ? Math.max(1, bytes / KILOBYTE) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGABYTE);
    }
}
