package io.rotadesk.leasing.handbook;

import io.rotadesk.leasing.handbook.SaveResult.Overtaken;
import io.rotadesk.leasing.handbook.SaveResult.Saved;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.staff.unit.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The standard script and the Q&amp;A handbook of every unit (L2.5, L3.5). A unit begins with the shipped handbook as
 * version 1; every save makes a new version. Everything runs in the caller's transaction.
 */
@Service("handbookVersions")
@Transactional
public class Handbook {

    private final Editions editions;
    private final ShippedHandbook shipped;
    private final Units units;

    Handbook(Editions editions, ShippedHandbook shipped, Units units) {
        this.editions = editions;
        this.shipped = shipped;
        this.units = units;
    }

    /** The number of the version in force, which is stamped on register entries. */
    public int currentVersion(String unitId) {
        return editions.current(unitId).orElseGet(() -> begin(unitId));
    }

    /** The version in force, as it was written. */
    public Edition current(String unitId) {
        return editions.get(unitId, currentVersion(unitId));
    }

    /** The version in force, with the name of the unit's project filled in. */
    public Edition spoken(String unitId) {
        return current(unitId).spokenFor(units.get(unitId).projectName());
    }

    /**
     * The script's text for a step.
     *
     * @return Markdown, with the name of the unit's project; empty if the script has no such topic
     */
    public Optional<String> script(String unitId, String topic) {
        return editions.find(unitId, currentVersion(unitId), Kind.SCRIPT, topic)
                .map(section -> section.spokenFor(units.get(unitId).projectName()))
                .map(Section::markdown);
    }

    /** The questions and answers in force, with the name of the unit's project. */
    public List<Section> entries(String unitId) {
        return spoken(unitId).of(Kind.QA);
    }

    /** The sections that match the typed text, with the name of the unit's project; all of them for a blank text. */
    public Found search(String unitId, String text) {
        return new Search(text).in(spoken(unitId).sections());
    }

    /** All versions, newest first. */
    public List<Version> history(String unitId) {
        currentVersion(unitId);
        return editions.history(unitId);
    }

    /** One version, old or in force. */
    public Optional<Edition> edition(String unitId, int number) {
        return editions.version(unitId, number).map(version -> editions.get(unitId, number));
    }

    /** The changes from one version to a later one. */
    public List<SectionChange> compare(String unitId, int earlier, int later) {
        return SectionChange.between(
                editions.get(unitId, earlier).sections(),
                editions.get(unitId, later).sections());
    }

    /**
     * Saves one section, new or changed, as a new version. Another save in between is a conflict only if it changed the
     * same section.
     *
     * @param basedOn the version that the author was editing
     */
    public SaveResult save(String unitId, int basedOn, Section section, String author, String comment) {
        return change(unitId, basedOn, section.kind(), section.topic(), section, author, comment);
    }

    /**
     * Saves several sections, new or changed, as one new version; the others stay as they are.
     *
     * @return the number of the new version
     */
    public int saveAll(String unitId, List<Section> changed, String author, String comment) {
        int current = lock(unitId);
        var sections = new ArrayList<>(editions.get(unitId, current).sections());
        for (Section section : changed) {
            put(section, sections);
        }
        return editions.add(unitId, current + 1, author, comment, sections);
    }

    /**
     * Puts the sections into another order, as a new version; an unchanged order makes none.
     *
     * @param topics the topics of each part of the handbook in their new order; topics that are not named, because
     *     somebody has just added them, come after these
     * @return the number of the version in force
     */
    public int reorder(String unitId, Map<Kind, List<String>> topics, String author, String comment) {
        int current = lock(unitId);
        List<Section> before = editions.get(unitId, current).sections();
        List<Section> sections = before.stream()
                .sorted(Comparator.comparing(Section::kind)
                        .thenComparing(section -> place(section, topics.getOrDefault(section.kind(), List.of()))))
                .toList();
        return sections.equals(before) ? current : editions.add(unitId, current + 1, author, comment, sections);
    }

    private static int place(Section section, List<String> topics) {
        int place = topics.indexOf(section.topic());
        return place < 0 ? topics.size() : place;
    }

    /** Removes one section. Earlier versions keep it. */
    public SaveResult remove(String unitId, int basedOn, Kind kind, String topic, String author, String comment) {
        return change(unitId, basedOn, kind, topic, null, author, comment);
    }

    /**
     * Puts an old version in force again, as a new version.
     *
     * @return the number of the new version
     */
    public int restore(String unitId, int number, String author, String comment) {
        int current = lock(unitId);
        return editions.add(
                unitId,
                current + 1,
                author,
                comment,
                editions.get(unitId, number).sections());
    }

    /**
     * Adds the manager's answer to the questions and answers (L3.7); it replaces the old answer to the same question.
     *
     * @return the number of the new version
     */
    public int addAnswer(String unitId, String question, String answer, String author) {
        int current = lock(unitId);
        Edition edition = editions.get(unitId, current);
        Optional<Section> same = edition.of(Kind.QA).stream()
                .filter(section -> section.title().equals(question.strip()))
                .findFirst();
        String topic = same.map(Section::topic).orElse("answer-" + (current + 1));
        boolean sensitive = same.map(Section::sensitive).orElse(false);
        // A long question is shortened for the title and kept whole in the text.
        String asked = question.strip().replaceAll("\\s+", " ");
        String title = asked.length() > Section.MAX_TITLE ? asked.substring(0, Section.MAX_TITLE - 1) + "…" : asked;
        String text = title.equals(asked) ? answer : "> " + asked + "\n\n" + answer;
        return ((Saved) save(unitId, current, new Section(Kind.QA, topic, title, text, sensitive), author, title))
                .number();
    }

    private SaveResult change(
            String unitId, int basedOn, Kind kind, String topic, Section section, String author, String comment) {
        int current = lock(unitId);
        Edition now = editions.get(unitId, current);
        Section theirs = now.find(kind, topic).orElse(null);
        Section before = basedOn == current
                ? theirs
                : editions.find(unitId, basedOn, kind, topic).orElse(null);
        if (Objects.equals(theirs, section)) {
            return new Saved(current);
        }
        if (!Objects.equals(theirs, before)) {
            return new Overtaken(now.version(), theirs);
        }
        var sections = new ArrayList<>(now.sections());
        if (section == null) {
            sections.remove(theirs);
        } else {
            put(section, sections);
        }
        return new Saved(editions.add(unitId, current + 1, author, comment, sections));
    }

    /** At the place of the section that it changes; a new one comes last. */
    private static void put(Section section, List<Section> sections) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).isAbout(section.kind(), section.topic())) {
                sections.set(i, section);
                return;
            }
        }
        sections.add(section);
    }

    private int lock(String unitId) {
        currentVersion(unitId);
        return editions.lock(unitId);
    }

    private int begin(String unitId) {
        if (editions.begin(unitId)) {
            editions.add(unitId, 1, Version.SHIPPED, "", shipped.sections());
        }
        return editions.current(unitId).orElseThrow();
    }
}
