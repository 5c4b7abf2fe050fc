package io.rotadesk.staff.notice.channel;

import io.rotadesk.platform.register.Keeping;
import io.rotadesk.platform.register.Kept;
import io.rotadesk.staff.notice.NoticeKind;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The channels of units, and which kind of notice goes by which of them. A unit has none until somebody makes one. */
@Repository
@Transactional
public class Channels {

    /** The steps that one kind of notice can have. */
    public static final int MOST_STEPS = 5;

    private final JdbcClient db;
    private final Seal seal;
    private final AddressCheck check;
    private final Clock clock;
    private final Kept<String, ChannelPlan> plans;

    Channels(JdbcClient db, Seal seal, AddressCheck check, Clock clock, Keeping keeping) {
        this.db = db;
        this.seal = seal;
        this.check = check;
        this.clock = clock;
        this.plans = keeping.rows("notice-channels");
    }

    /** All channels of the unit, those that are off too. */
    @Transactional(readOnly = true)
    public List<NoticeChannel> of(String unitId) {
        return db.sql("select * from notice_channel where unit_id = :unit order by id")
                .param("unit", unitId)
                .query((row, nr) -> channel(row))
                .list();
    }

    /** @throws NoSuchElementException if the unit has none of that id */
    @Transactional(readOnly = true)
    public NoticeChannel get(String unitId, long id) {
        return of(unitId).stream()
                .filter(channel -> channel.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no channel " + id + " in unit '" + unitId + "'"));
    }

    /** Whether messages may be sent to this address, as far as its text tells. */
    public boolean accepts(String address) {
        try {
            return check.isWellFormed(URI.create(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * @param address null for mail
     * @param secret null if messages are not signed
     * @param by login of the person who makes it
     */
    public NoticeChannel add(String unitId, ChannelKind kind, String name, String address, String secret, String by) {
        if (kind.isGroup() && !accepts(address)) {
            throw new IllegalArgumentException("messages cannot be sent to that address");
        }
        if (kind == ChannelKind.GATEWAY && hasGateway(unitId)) {
            throw new IllegalArgumentException("the unit has a gateway already");
        }
        plans.changed();
        return db.sql("""
                        insert into notice_channel (unit_id, kind, name, address, secret, made_by, made_at)
                        values (:unit, :kind, :name, :address, :secret, :by, :now)
                        returning *
                        """)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("name", name)
                .param("address", kind.isGroup() ? seal.close(address) : null)
                .param("secret", seal.close(secret))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, nr) -> channel(row))
                .single();
    }

    /** Whether the unit has a gateway to petitioners, also one that is off. */
    @Transactional(readOnly = true)
    public boolean hasGateway(String unitId) {
        return of(unitId).stream().anyMatch(channel -> channel.kind() == ChannelKind.GATEWAY);
    }

    /** Nothing is sent by a channel that is off; what waited for it is not sent later. */
    public void switchTo(String unitId, long id, boolean active) {
        plans.changed();
        get(unitId, id);
        db.sql("update notice_channel set active = :active where id = :id")
                .param("active", active)
                .param("id", id)
                .update();
        if (!active) {
            drop(id);
        }
    }

    public void remove(String unitId, long id) {
        plans.changed();
        get(unitId, id);
        drop(id);
        db.sql("delete from notice_channel where id = :id").param("id", id).update();
    }

    private void drop(long id) {
        db.sql("update notice_message set state = 'NOT_NEEDED' where channel_id = :id and state = 'WAITING'")
                .param("id", id)
                .update();
    }

    /** Adds a step after those that the kind has. Nothing happens when it has {@value #MOST_STEPS} already. */
    public void addRoute(
            String unitId, NoticeKind kind, long channelId, RouteMode mode, int waitMinutes, Addressed addressed) {
        plans.changed();
        if (!get(unitId, channelId).kind().isForStaff()) {
            throw new IllegalArgumentException("staff are not told by the gateway to petitioners");
        }
        db.sql("""
                        insert into notice_route (unit_id, kind, step, channel_id, mode, wait_minutes, addressed)
                        select :unit, :kind, coalesce(max(step), 0) + 1, :channel, :mode, :wait, :addressed
                        from notice_route where unit_id = :unit and kind = :kind
                        having count(*) < :most
                        """)
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("channel", channelId)
                .param("mode", mode.name())
                .param("wait", waitMinutes)
                .param("addressed", addressed.name())
                .param("most", MOST_STEPS)
                .update();
    }

    public void removeRoute(String unitId, NoticeKind kind, int step) {
        plans.changed();
        db.sql("delete from notice_route where unit_id = :unit and kind = :kind and step = :step")
                .param("unit", unitId)
                .param("kind", kind.name())
                .param("step", step)
                .update();
    }

    @Transactional(readOnly = true)
    public List<Route> routes(String unitId) {
        return db.sql("select * from notice_route where unit_id = :unit order by kind, step")
                .param("unit", unitId)
                .query((row, nr) -> new Route(
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getInt("step"),
                        row.getLong("channel_id"),
                        RouteMode.valueOf(row.getString("mode")),
                        row.getInt("wait_minutes"),
                        Addressed.valueOf(row.getString("addressed"))))
                .list();
    }

    @Transactional(readOnly = true)
    public UnitHours hours(String unitId) {
        return db.sql("select * from notice_hours where unit_id = :unit")
                .param("unit", unitId)
                .query((row, nr) -> new UnitHours(Rows.quiet(row), row.getInt("digest_minutes")))
                .optional()
                .orElseGet(UnitHours::usual);
    }

    public void setHours(String unitId, UnitHours hours) {
        plans.changed();
        db.sql("""
                        insert into notice_hours (unit_id, quiet_from, quiet_to, digest_minutes)
                        values (:unit, :from, :to, :digest)
                        on conflict (unit_id) do update set quiet_from = excluded.quiet_from,
                          quiet_to = excluded.quiet_to, digest_minutes = excluded.digest_minutes
                        """)
                .param("unit", unitId)
                .param("from", hours.quiet().from())
                .param("to", hours.quiet().to())
                .param("digest", hours.digestMinutes())
                .update();
    }

    /** What the unit has set up, kept in memory: it is asked for with every notice. */
    ChannelPlan plan(String unitId) {
        return plans.get(unitId, () -> Optional.of(readPlan(unitId))).orElseThrow();
    }

    private ChannelPlan readPlan(String unitId) {
        return new ChannelPlan(
                of(unitId).stream()
                        .filter(NoticeChannel::active)
                        .collect(Collectors.toMap(NoticeChannel::id, Function.identity())),
                routes(unitId),
                hours(unitId));
    }

    /**
     * @param receiver the person's mail address or number; null for a group
     * @throws Seal.BrokenSealException when address and secret were sealed with another key
     */
    ChannelTarget target(long id, String receiver) {
        return db.sql("select address, secret from notice_channel where id = :id")
                .param("id", id)
                .query((row, nr) -> {
                    String address = seal.open(row.getBytes("address"));
                    return new ChannelTarget(
                            address == null ? null : URI.create(address), seal.open(row.getBytes("secret")), receiver);
                })
                .single();
    }

    private NoticeChannel channel(ResultSet row) throws SQLException {
        return new NoticeChannel(
                row.getLong("id"),
                row.getString("unit_id"),
                ChannelKind.valueOf(row.getString("kind")),
                row.getString("name"),
                host(row.getBytes("address")),
                row.getBoolean("active"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    private String host(byte[] address) {
        try {
            return address == null ? null : URI.create(seal.open(address)).getHost();
        } catch (Seal.BrokenSealException e) {
            return "?";
        }
    }
}
