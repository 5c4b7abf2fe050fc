package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeWording;
import io.rotadesk.staff.notice.NoticeWritten;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the messages of a notice, in its transaction: one for each step of its way and, by mail, for each person. */
@Component
class OutboxWriting {

    private final Channels channels;
    private final ReachablePeople people;
    private final Units units;
    private final NoticeWording wording;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    OutboxWriting(
            Channels channels,
            ReachablePeople people,
            Units units,
            NoticeWording wording,
            JdbcClient db,
            ApplicationEventPublisher events) {
        this.channels = channels;
        this.people = people;
        this.units = units;
        this.wording = wording;
        this.db = db;
        this.events = events;
    }

    @EventListener
    void written(NoticeWritten event) {
        Notice notice = event.notice();
        ChannelPlan plan = channels.plan(notice.unitId());
        if (plan.channels().isEmpty()) {
            return;
        }
        Unit unit = units.get(notice.unitId());
        Set<String> mailed = new TreeSet<>();
        Instant due = notice.at();
        for (Route route : plan.of(notice.kind())) {
            due = due.plus(Duration.ofMinutes(route.waitMinutes()));
            due = write(notice, unit, plan, route, due, mailed);
        }
        if (!mailed.contains(notice.login())) {
            plan.mail().forEach(mail -> byOwnChoice(notice, unit, plan, mail));
        }
        events.publishEvent(new OutboxWritten());
    }

    /** @return when it is due */
    private Instant write(Notice notice, Unit unit, ChannelPlan plan, Route route, Instant due, Set<String> mailed) {
        NoticeChannel channel = plan.channels().get(route.channelId());
        ZoneId zone = unit.settings().zone();
        boolean gathers = route.mode() == RouteMode.DIGEST;
        Instant gathered = gathers ? due.plus(Duration.ofMinutes(plan.hours().digestMinutes())) : due;
        Instant at =
                route.mode() == RouteMode.ALWAYS ? due : plan.hours().quiet().notBefore(gathered, zone);
        if (channel.kind().isGroup()) {
            insert(notice, channel, route, null, addressed(notice, unit, route), at, gathers);
            return at;
        }
        for (String login : addressed(notice, unit, route)) {
            ReachablePerson person = people.get(login);
            if (person.mail() != null) {
                QuietHours quiet = person.quiet().isNone() ? plan.hours().quiet() : person.quiet();
                Instant own = route.mode() == RouteMode.ALWAYS ? due : quiet.notBefore(gathered, zone);
                insert(notice, channel, route, login, List.of(), own, gathers);
                mailed.add(login);
            }
        }
        return at;
    }

    private void byOwnChoice(Notice notice, Unit unit, ChannelPlan plan, NoticeChannel mail) {
        ReachablePerson person = people.get(notice.login());
        if (person.mail() != null && person.kinds().contains(notice.kind())) {
            QuietHours quiet = person.quiet().isNone() ? plan.hours().quiet() : person.quiet();
            Route own = new Route(notice.kind(), 0, mail.id(), RouteMode.AT_ONCE, 0, Addressed.TOLD);
            Instant due = quiet.notBefore(notice.at(), unit.settings().zone());
            insert(notice, mail, own, notice.login(), List.of(), due, false);
        }
    }

    private static List<String> addressed(Notice notice, Unit unit, Route route) {
        return switch (route.addressed()) {
            case TOLD -> List.of(notice.login());
            case MANAGERS -> unit.managers();
            case NOBODY -> List.of();
        };
    }

    /** A second person who is told the same is added to the message of the first. */
    private void insert(
            Notice notice,
            NoticeChannel channel,
            Route route,
            String login,
            List<String> mentioned,
            Instant due,
            boolean gathers) {
        db.sql("""
                        insert into notice_message (unit_id, channel_id, channel_kind, channel_name, login, people,
                          kind, step, subject, text, link, notices, gathers, quiet, written_at, due_at)
                        values (:unit, :channel, :channelKind, :channelName, :login, :people, :kind, :step, :subject,
                          :text, :link, array[cast(:notice as bigint)], :gathers, :quiet, :written, :due)
                        on conflict (channel_id, kind, step, subject, coalesce(login, ''))
                          where state = 'WAITING' and tries = 0
                        do update set notices = notice_message.notices || excluded.notices,
                          people = array(select distinct unnest(notice_message.people || excluded.people)),
                          due_at = case when notice_message.gathers then notice_message.due_at
                            else greatest(notice_message.due_at, excluded.due_at) end
                        """)
                .param("unit", notice.unitId())
                .param("channel", channel.id())
                .param("channelKind", channel.kind().name())
                .param("channelName", channel.name())
                .param("login", login)
                .param("people", mentioned.toArray(String[]::new))
                .param("kind", notice.kind().name())
                .param("step", route.step())
                .param("subject", notice.subject())
                .param("text", LastDigits.only(wording.of(notice)))
                .param("link", notice.link())
                .param("notice", notice.id())
                .param("gathers", gathers && route.waitMinutes() == 0)
                .param("quiet", route.mode() != RouteMode.ALWAYS)
                .param("written", Timestamp.from(notice.at()))
                .param("due", Timestamp.from(due))
                .update();
    }
}
