package io.rotadesk.leasing.handbook;

/**
 * One topic of the standard script, or one question with its answer.
 *
 * @param topic the section's key in forms and addresses: letters, digits and hyphens
 * @param title the topic's name, or the question
 * @param markdown the text as it was typed; {@code {{案名}}} stands for the project's name
 * @param sensitive whether only the customer's own agent may answer it (L2.2e)
 */
public record Section(Kind kind, String topic, String title, String markdown, boolean sensitive) {

    /** Stands for the name of the project. */
    public static final String PROJECT_NAME = "{{案名}}";

    /** Longer than any answer that somebody could read aloud. */
    public static final int MAX_MARKDOWN = 20_000;

    /** Longer than any question that fits on a line. */
    public static final int MAX_TITLE = 200;

    /** The two parts of the handbook. */
    public enum Kind {
        /** 统一说辞: the text to say at a step of a call or a reception. */
        SCRIPT,
        /** 答客问: the answer to a question. */
        QA
    }

    /** @throws IllegalArgumentException if the topic cannot be part of an address, or a text is missing or too long */
    public Section {
        if (!topic.matches("[a-z0-9][a-z0-9-]{0,59}")) {
            throw new IllegalArgumentException("A topic is written in small letters, digits and hyphens: " + topic);
        }
        title = title.strip();
        markdown = markdown.replace("\r\n", "\n").strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw new IllegalArgumentException("A title has 1 to " + MAX_TITLE + " characters: " + title);
        }
        if (markdown.isEmpty() || markdown.length() > MAX_MARKDOWN) {
            throw new IllegalArgumentException(
                    "The text of \"" + title + "\" has 1 to " + MAX_MARKDOWN + " characters, not " + markdown.length());
        }
    }

    /** Whether facts of the project are still to be filled in: the shipped text has them in {@code 〔〕}. */
    public boolean hasGaps() {
        return kind == Kind.QA && markdown.indexOf('〔') >= 0;
    }

    public Section withText(String newMarkdown) {
        return new Section(kind, topic, title, newMarkdown, sensitive);
    }

    /** The section with the name of a project filled in. */
    public Section spokenFor(String projectName) {
        return new Section(
                kind,
                topic,
                title.replace(PROJECT_NAME, projectName),
                markdown.replace(PROJECT_NAME, projectName),
                sensitive);
    }

    boolean isAbout(Kind otherKind, String otherTopic) {
        return kind == otherKind && topic.equals(otherTopic);
    }
}
