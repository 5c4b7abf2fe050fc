package io.rotadesk.staff.line;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One person's place among all who wait. An agent who becomes free goes to the first person in line whom they have missed
 * least often: first once along the line, and only then again to those whom they let wait before.
 */
public final class PlaceInLine {

    private final Contact contact;
    private final Set<Contact> before;
    private final Set<Contact> others;
    private final Map<Contact, Map<String, Integer>> misses;

    private PlaceInLine(
            Contact contact, Set<Contact> before, Set<Contact> others, Map<Contact, Map<String, Integer>> misses) {
        this.contact = contact;
        this.before = before;
        this.others = others;
        this.misses = misses;
    }

    /**
     * @param before the people in line before this one
     * @param waiting everybody in line, with or without this one
     */
    public static PlaceInLine of(Contact contact, Collection<Contact> before, Collection<Contact> waiting, Rota rota) {
        Set<Contact> others =
                waiting.stream().filter(one -> !one.equals(contact)).collect(Collectors.toSet());
        List<Contact> all = Stream.concat(others.stream(), Stream.of(contact)).toList();
        return new PlaceInLine(contact, Set.copyOf(before), others, others.isEmpty() ? Map.of() : rota.misses(all));
    }

    /** The logins of those who have missed this person, while somebody waits whom they have missed less often. */
    public Set<String> neededElsewhere() {
        return misses.getOrDefault(contact, Map.of()).keySet().stream()
                .filter(this::hasMissedOthersLess)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the agent should go to somebody else in line rather than to this person. */
    public boolean overtakes(String login) {
        return hasMissedOthersLess(login)
                || others.stream()
                        .filter(before::contains)
                        .anyMatch(other -> times(other, login) <= times(contact, login));
    }

    private boolean hasMissedOthersLess(String login) {
        return others.stream().anyMatch(other -> times(other, login) < times(contact, login));
    }

    private int times(Contact one, String login) {
        return misses.getOrDefault(one, Map.of()).getOrDefault(login, 0);
    }
}
