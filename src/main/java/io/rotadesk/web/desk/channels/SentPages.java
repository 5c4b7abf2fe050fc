package io.rotadesk.web.desk.channels;

import io.rotadesk.staff.notice.channel.Channels;
import io.rotadesk.staff.notice.channel.OutboxMessage;
import io.rotadesk.staff.notice.channel.SentMessages;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.RegisterQuery;
import io.rotadesk.web.desk.ShownUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was sent, to whom, with what result: for the unit's leaders and administrators. */
@Controller
@RequestMapping("/desk/channels/sent")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class SentPages {

    private static final int MOST_COUNTED = 100;

    private final SentMessages messages;
    private final Channels channels;
    private final Agents agents;

    SentPages(SentMessages messages, Channels channels, Agents agents) {
        this.messages = messages;
        this.channels = channels;
        this.agents = agents;
    }

    /** @param before the id of the last message on the page before */
    @GetMapping
    String list(
            @ShownUnit Unit unit,
            @RequestParam(required = false) OutboxMessage.State state,
            @RequestParam(required = false) Long channel,
            @RequestParam(required = false) Long before,
            Model page) {
        List<OutboxMessage> found = messages.of(unit.id(), state, channel, before, RegisterQuery.PAGE + 1);
        boolean more = found.size() > RegisterQuery.PAGE;
        List<OutboxMessage> shown = more ? found.subList(0, RegisterQuery.PAGE) : found;
        page.addAttribute("unit", unit);
        page.addAttribute("zone", unit.settings().zone());
        page.addAttribute("messages", shown);
        page.addAttribute("people", agents.named(people(shown)));
        page.addAttribute("next", more ? shown.get(shown.size() - 1).id() : null);
        page.addAttribute("before", before);
        page.addAttribute("state", state);
        page.addAttribute("channel", channel);
        page.addAttribute("states", OutboxMessage.State.values());
        page.addAttribute("channels", channels.of(unit.id()));
        page.addAttribute("givenUp", messages.givenUp(unit.id(), MOST_COUNTED));
        return "desk/channels/sent";
    }

    /** Sends a message again that was given up. */
    @PostMapping("/{id}/again")
    String again(@ShownUnit Unit unit, @PathVariable long id, RedirectAttributes next) {
        next.addFlashAttribute("again", messages.again(unit.id(), id));
        next.addAttribute("unit", unit.id());
        return "redirect:/desk/channels/sent";
    }

    private static Set<String> people(List<OutboxMessage> messages) {
        return messages.stream()
                .flatMap(message -> Stream.concat(Stream.ofNullable(message.login()), message.people().stream()))
                .collect(Collectors.toSet());
    }
}
