package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The texts about a matter for its forms: the petitioner, the account, and how it is handled. */
@Component
class MatterWording {

    /** The engine's variable table holds 4000 characters; the rest is on the matter's page. */
    private static final int LONGEST = 3500;

    private final Matters matters;
    private final MatterPlans plans;
    private final MatterCategories categories;
    private final MatterTimeline timeline;
    private final MatterTimes times;
    private final HandlingWording texts;

    MatterWording(
            Matters matters,
            MatterPlans plans,
            MatterCategories categories,
            MatterTimeline timeline,
            MatterTimes times,
            HandlingWording texts) {
        this.matters = matters;
        this.plans = plans;
        this.categories = categories;
        this.timeline = timeline;
        this.times = times;
        this.texts = texts;
    }

    /** The number, the category and the petitioner. */
    String line(Matter matter) {
        String name = matter.petitionerName() == null ? texts.get("line.unnamed") : matter.petitionerName();
        String who = Stream.of(
                        matter.anonymous() ? texts.get("line.anonymous") : name,
                        matter.petitionerPhone() == null ? null : PhoneNumbers.readable(matter.petitionerPhone()),
                        matter.groupSize() > 1 ? texts.get("line.group", matter.groupSize()) : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return texts.get("line", matter.number(), categories.label(matter.category(), texts.locale()), who);
    }

    /** The petitioner's purpose, account and materials. */
    FormMarkdown text(Matter matter) {
        List<String> parts = new ArrayList<>();
        if (matter.purpose() != null) {
            parts.add(texts.markdown("text.purpose", matter.purpose()));
        }
        if (matter.visits() > 1) {
            parts.add(texts.get("text.visits", matter.visits()));
        }
        if (matter.grade() != null && !matter.grade().equals("ordinary")) {
            parts.add(texts.get("text.grade", texts.get("grade." + matter.grade())));
        }
        String account = matter.account() == null ? matter.summary() : matter.account();
        if (account != null) {
            parts.add(texts.markdown("text.account", account));
        }
        if (matter.visits() > 1) {
            matters.repeatVisits(matter.id()).stream()
                    .filter(visit -> visit.account() != null)
                    .map(visit -> texts.markdown("text.again", times.day(visit), visit.account()))
                    .forEach(parts::add);
        }
        String materials = matters.materials(matter.id()).stream()
                .map(material -> "- " + FormMarkdown.text(material.line()))
                .collect(Collectors.joining("\n"));
        if (!materials.isEmpty()) {
            parts.add(texts.get("text.materials") + "\n\n" + materials);
        }
        return FormMarkdown.of(shortened(String.join("\n\n", parts)));
    }

    /** What the petitioner confirmed that they want; empty if nobody has received them yet. */
    FormMarkdown purpose(Matter matter) {
        return FormMarkdown.of(
                matter.purpose() == null ? null : shortened(texts.markdown("text.purpose", matter.purpose())));
    }

    String plan(Matter matter) {
        return plans.of(matter.id())
                .filter(plan -> matter.isPlanned())
                .map(plan -> shortened(texts.get(
                        "plan",
                        withoutStop(plan.method()),
                        times.lastDay(matter, matter.dueAt() == null ? plan.deadline() : matter.dueAt())
                                .toString(),
                        times.at(matter, plan.toldAt()),
                        texts.get("toldHow." + plan.toldHow()))))
                .orElseGet(() -> texts.get("plan.none"));
    }

    /** For a text that goes on after it. */
    private static String withoutStop(String text) {
        return text.strip().replaceFirst("[。．.；;，,]+$", "");
    }

    String latest(Matter matter) {
        LocalDate latest = plans.latestDay(matter.id());
        return texts.get("latest", latest.toString()) + unknownYears(matter, latest);
    }

    /** For a text that names the day: which years until then have no calendar, so that the day may still move. */
    String unknownYears(Matter matter, LocalDate until) {
        return times.unknownYears(matter, until).stream()
                .map(year -> " " + texts.get("latest.unknown", year.toString()))
                .collect(Collectors.joining());
    }

    FormMarkdown notice(Matter matter) {
        return FormMarkdown.of(texts.markdown("notice", matter.id().value()));
    }

    FormMarkdown page(Matter matter) {
        return FormMarkdown.of(texts.markdown("page", matter.id().value()));
    }

    /** The notes of the last handling; null if there are none. */
    String result(Matter matter) {
        return timeline.of(matter.id()).stream()
                .filter(entry -> entry.kind() == TimelineKind.HANDLED)
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::text)
                .orElse(null);
    }

    String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                // Not between a backslash and the character that it escapes.
                : text.substring(0, LONGEST).replaceFirst("\\\\+$", "") + texts.get("text.more");
    }
}
