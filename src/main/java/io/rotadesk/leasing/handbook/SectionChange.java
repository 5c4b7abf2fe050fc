package io.rotadesk.leasing.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The change of a section in a later version.
 *
 * @param before null if the section is new
 * @param after null if the section was removed
 * @param lines the text with removed and added lines; the whole text for a new or removed section
 */
public record SectionChange(Section before, Section after, List<DiffLine> lines) {

    public String title() {
        return after == null ? before.title() : after.title();
    }

    static List<SectionChange> between(List<Section> earlier, List<Section> later) {
        var changes = new ArrayList<SectionChange>();
        for (Section after : later) {
            Section before = find(earlier, after).orElse(null);
            if (!Objects.equals(before, after)) {
                changes.add(of(before, after));
            }
        }
        for (Section before : earlier) {
            if (find(later, before).isEmpty()) {
                changes.add(of(before, null));
            }
        }
        return List.copyOf(changes);
    }

    /** The change from one text of a section to another; either may be null. */
    public static SectionChange of(Section before, Section after) {
        return new SectionChange(before, after, DiffLine.between(text(before), text(after)));
    }

    /** The title counts as the first line, so that a new wording of a question shows. */
    private static String text(Section section) {
        return section == null ? "" : section.title() + "\n\n" + section.markdown();
    }

    private static Optional<Section> find(List<Section> sections, Section like) {
        return sections.stream()
                .filter(section -> section.isAbout(like.kind(), like.topic()))
                .findFirst();
    }
}
