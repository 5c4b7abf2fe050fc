package io.rotadesk.platform.news;

/**
 * Published on every node for each piece of {@link News}. Listeners run one after the other on one thread, so slow work
 * belongs elsewhere.
 */
public record NewsHeard(String topic, String text) {

    public boolean isAbout(String otherTopic) {
        return topic.equals(otherTopic);
    }
}
