package io.rotadesk.leasing.handbook;

import java.util.List;
import java.util.Optional;

/** A version with all its sections, in reading order. */
public record Edition(Version version, List<Section> sections) {

    public Edition {
        sections = List.copyOf(sections);
    }

    /** The sections of one part of the handbook. */
    public List<Section> of(Section.Kind kind) {
        return sections.stream().filter(section -> section.kind() == kind).toList();
    }

    public Optional<Section> find(Section.Kind kind, String topic) {
        return sections.stream().filter(section -> section.isAbout(kind, topic)).findFirst();
    }

    /** The version with the name of a project filled in. */
    public Edition spokenFor(String projectName) {
        return new Edition(
                version,
                sections.stream().map(section -> section.spokenFor(projectName)).toList());
    }
}
