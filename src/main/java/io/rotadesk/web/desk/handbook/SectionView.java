package io.rotadesk.web.desk.handbook;

import io.rotadesk.leasing.handbook.Markdown;
import io.rotadesk.leasing.handbook.Section;
import java.util.List;
import java.util.Locale;

/**
 * A section as pages show it.
 *
 * @param path its kind and topic as they stand in addresses, for example {@code qa/parking}
 * @param html made from its Markdown, safe to show
 */
record SectionView(Section section, String path, String html) {

    static SectionView of(Section section) {
        String path = section.kind().name().toLowerCase(Locale.ROOT) + "/" + section.topic();
        return new SectionView(section, path, Markdown.toHtml(section.markdown()));
    }

    static List<SectionView> of(List<Section> sections) {
        return sections.stream().map(SectionView::of).toList();
    }

    /** The section's anchor for links within a page. */
    public String anchor() {
        return path.replace('/', '-');
    }
}
