package io.rotadesk.staff.notice.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.staff.notice.channel.MessageText.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the bodies of robots have in common: JSON, and texts that fit. */
final class Bodies {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    /** Members in this order: names and values, in turn. Those without a value are left out. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                members.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return members;
    }

    static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Head, text and address of the first message, cut to the bytes that the receiver takes. */
    static String text(MessageText text, int mostBytes) {
        Item item = text.items().get(0);
        String end = item.link() == null ? "" : "\n" + item.link();
        return cut(text.head() + "\n" + item.text(), mostBytes - bytes(end)) + end;
    }

    /** The digest as a list of links. */
    static String markdown(MessageText text, int mostBytes) {
        StringBuilder list = new StringBuilder("**" + text.head() + "**");
        fitting(text, mostBytes - bytes(list.toString()))
                .forEach(item -> list.append("\n- ").append(item.markdown()));
        return list.toString();
    }

    /** The items that fit; if some do not, the last one says so. */
    static List<Item> fitting(MessageText text, int mostBytes) {
        List<Item> fitting = new ArrayList<>();
        int left = mostBytes
                - (text.more() == null ? 0 : bytes("\n- " + text.more().markdown()));
        for (Item item : text.items()) {
            left -= bytes("\n- " + item.markdown());
            if (left < 0) {
                break;
            }
            fitting.add(item);
        }
        if (fitting.size() < text.items().size() && text.more() != null) {
            fitting.add(text.more());
        }
        return fitting;
    }

    private static String cut(String text, int mostBytes) {
        String end = text;
        while (bytes(end) > mostBytes) {
            end = end.substring(0, end.offsetByCodePoints(end.length(), -1));
        }
        return end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
