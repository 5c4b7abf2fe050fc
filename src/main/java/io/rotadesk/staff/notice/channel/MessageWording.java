package io.rotadesk.staff.notice.channel;

import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.notice.channel.MessageText.Item;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a parcel into words, in the product's language. */
@Component
class MessageWording extends Words {

    /** The page where a person sees all that they were told. */
    private static final String NOTICES = "/desk/notices";

    private final Units units;
    private final Agents agents;
    private final DeskLinks links;
    private final Clock clock;

    MessageWording(
            @Value("${rotadesk.locale:zh-CN}") Locale locale,
            Units units,
            Agents agents,
            DeskLinks links,
            Clock clock) {
        super(locale, "i18n/notice-channel");
        this.units = units;
        this.agents = agents;
        this.links = links;
        this.clock = clock;
    }

    MessageText of(Parcel parcel) {
        List<Item> items = parcel.messages().stream().map(this::item).toList();
        String head = items.size() == 1 ? head(parcel) : get("channel.digest", unit(parcel), items.size());
        return new MessageText(
                "m" + parcel.messages().get(0).id(),
                parcel.unitId(),
                clock.instant(),
                head,
                items,
                mobiles(parcel),
                new Item(null, get("channel.more"), links.link(NOTICES)));
    }

    /** A message that only shows whether the channel works. */
    MessageText test(NoticeChannel channel, String by) {
        Item item = new Item("TEST", get("channel.test", channel.name(), by), links.link("/desk"));
        return new MessageText(
                "t" + channel.id() + "-" + clock.millis(),
                channel.unitId(),
                clock.instant(),
                get("channel.head", units.get(channel.unitId()).name()),
                List.of(item),
                List.of(),
                null);
    }

    private Item item(OutboxMessage message) {
        String link = message.link() == null ? null : links.link(message.link());
        return new Item(message.kind(), message.text(), link);
    }

    private String head(Parcel parcel) {
        return get("channel.head", unit(parcel));
    }

    private String unit(Parcel parcel) {
        return units.find(parcel.unitId()).map(Unit::name).orElse(parcel.unitId());
    }

    private List<String> mobiles(Parcel parcel) {
        Set<String> people = new TreeSet<>();
        parcel.messages().forEach(message -> people.addAll(message.people()));
        return people.isEmpty()
                ? List.of()
                : agents.find(people).values().stream()
                        .filter(agent -> !agent.left())
                        .map(Agent::mobile)
                        .filter(mobile -> !mobile.isBlank())
                        .sorted()
                        .toList();
    }
}
