package io.caravan.store;

import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.event.EventId;
import io.caravan.core.notice.Channel;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.NoticeId;
import io.caravan.core.notice.NoticeKind;
import io.caravan.core.notice.NoticeState;
import io.caravan.core.notice.Notices;
import io.caravan.core.payer.Phone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices in their table. {@code due_at} is the time at which a notice may be taken again in the state it
 * has: business time while it is planned, real time after that. */
public final class JdbcNotices implements Notices {

    private static final int REASON_LENGTH = 1000;

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final Clock realTime;
    private final Duration resendAfter;

    /** A notice that stands in a queue for longer than {@code resendAfter} counts as lost. */
    public JdbcNotices(TransactionalJdbc jdbc, Clock realTime, Duration resendAfter) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.realTime = realTime;
        this.resendAfter = resendAfter;
    }

    @Override
    public void add(List<Notice> notices) {
        var now = realTime.instant();
        add(notices, NoticeState.READY, now, now);
    }

    @Override
    public void plan(Notice notice, Instant at) {
        add(List.of(notice), NoticeState.PLANNED, at, realTime.instant());
    }

    @Override
    public int release(Instant businessNow, int limit) {
        var ripe = due(NoticeState.PLANNED, businessNow, limit);
        move(ids(ripe), NoticeState.PLANNED, NoticeState.READY, realTime.instant());
        return ripe.size();
    }

    private void add(List<Notice> notices, NoticeState state, Instant due, Instant now) {
        jdbc.batchUpdate(
                """
                insert into notice (id, event_id, subject_id, kind, channel, recipient, state, fence, due_at, created_at,
                    updated_at)
                values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)
                on conflict do nothing
                """,
                notices.stream()
                        .map(notice -> new Object[] {
                            notice.id().value(),
                            notice.event().value(),
                            notice.subject(),
                            notice.kind().name(),
                            notice.channel().name(),
                            notice.recipient().number(),
                            state.name(),
                            timestamp(due),
                            timestamp(now),
                            timestamp(now)
                        })
                        .toList());
    }

    @Override
    public List<Waiting> takeReady(int limit, Duration lease) {
        var now = realTime.instant();
        var taken = due(NoticeState.READY, now, limit);
        move(ids(taken), NoticeState.READY, NoticeState.READY, now.plus(lease));
        return taken;
    }

    @Override
    public int revive(int limit) {
        var now = realTime.instant();
        var revived = 0;
        for (var state : List.of(NoticeState.QUEUED, NoticeState.SENDING)) {
            var lost = due(state, now, limit);
            move(ids(lost), state, NoticeState.READY, now);
            revived += lost.size();
        }
        return revived;
    }

    @Override
    public void queued(List<NoticeId> ids) {
        move(
                ids,
                NoticeState.READY,
                NoticeState.QUEUED,
                realTime.instant().plus(resendAfter),
                " and not " + JdbcHolds.CHANNEL_OF_NOTICE);
    }

    @Override
    public Optional<Attempt> claim(NoticeId id, Duration lease) {
        var now = realTime.instant();
        var claimed = client.sql(
                        """
                        update notice
                        set state = 'SENDING', fence = fence + 1, due_at = ?, updated_at = ?, reason = null
                        where id = ? and (state in ('READY', 'QUEUED', 'PARKED') or state = 'SENDING' and due_at <= ?)
                            and not
                        """
                                + JdbcHolds.CHANNEL_OF_NOTICE)
                .param(timestamp(now.plus(lease)))
                .param(timestamp(now))
                .param(id.value())
                .param(timestamp(now))
                .update();
        if (claimed == 0) {
            keepForLater(id);
            return Optional.empty();
        }
        return Optional.of(read(id));
    }

    @Override
    public boolean renew(NoticeId id, long fence, Duration lease) {
        var now = realTime.instant();
        return client.sql(
                                "update notice set due_at = ?, updated_at = ? where id = ? and state = 'SENDING' and fence = ?")
                        .param(timestamp(now.plus(lease)))
                        .param(timestamp(now))
                        .param(id.value())
                        .param(fence)
                        .update()
                == 1;
    }

    /** Its message is used up: a held notice is put on the queue again when its channel is released. */
    private void keepForLater(NoticeId id) {
        var now = timestamp(realTime.instant());
        client.sql(
                        """
                        update notice
                        set state = 'READY', due_at = ?, updated_at = ?
                        where id = ? and state in ('QUEUED', 'PARKED') and
                        """
                                + JdbcHolds.CHANNEL_OF_NOTICE)
                .param(now)
                .param(now)
                .param(id.value())
                .update();
    }

    @Override
    public boolean sent(NoticeId id, long fence) {
        return finish(id, fence, NoticeState.SENT, null);
    }

    @Override
    public void parked(NoticeId id, long fence, String reason) {
        finish(id, fence, NoticeState.PARKED, reason);
    }

    @Override
    public void dropped(NoticeId id, long fence, String reason) {
        finish(id, fence, NoticeState.DROPPED, reason);
    }

    /** So many of each channel, but for those that are held. Whatever waits for one of these costs the others nothing. */
    private List<Waiting> due(NoticeState state, Instant now, int limit) {
        return JdbcHolds.openToPayers(client).stream()
                .flatMap(channel -> due(state, channel, now, limit))
                .toList();
    }

    /** Without an order: H2 would lock every row that matches. */
    private Stream<Waiting> due(NoticeState state, Channel channel, Instant now, int limit) {
        return client
                .sql(
                        """
                        select id
                        from notice
                        where state = ? and channel = ? and due_at <= ?
                        limit ?
                        for update skip locked
                        """)
                .param(state.name())
                .param(channel.name())
                .param(timestamp(now))
                .param(limit)
                .query((row, n) -> new Waiting(new NoticeId(uuid(row, "id")), channel))
                .list()
                .stream();
    }

    private void move(List<NoticeId> ids, NoticeState from, NoticeState to, Instant due) {
        move(ids, from, to, due, "");
    }

    private void move(List<NoticeId> ids, NoticeState from, NoticeState to, Instant due, String condition) {
        var now = timestamp(realTime.instant());
        if (!ids.isEmpty()) {
            jdbc.update(
                    "update notice set state = ?, due_at = ?, updated_at = ? where id = any(?) and state = ?"
                            + condition,
                    to.name(),
                    timestamp(due),
                    now,
                    Arrays.uuids(ids, NoticeId::value),
                    from.name());
        }
    }

    /** Reasons may be the words of a gateway. */
    private static String storable(String reason) {
        return reason.substring(0, Math.min(reason.length(), REASON_LENGTH)).replace('\0', '\uFFFD');
    }

    private boolean finish(NoticeId id, long fence, NoticeState state, String reason) {
        return client.sql(
                                """
                        update notice
                        set state = ?, reason = ?, updated_at = ?
                        where id = ? and state = 'SENDING' and fence = ?
                        """)
                        .param(state.name())
                        .param(reason == null ? null : storable(reason))
                        .param(timestamp(realTime.instant()))
                        .param(id.value())
                        .param(fence)
                        .update()
                == 1;
    }

    private Attempt read(NoticeId id) {
        return client.sql("select * from notice where id = ?")
                .param(id.value())
                .query((row, n) -> attempt(row))
                .single();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        var notice = new Notice(
                new NoticeId(uuid(row, "id")),
                new EventId(uuid(row, "event_id")),
                uuid(row, "subject_id"),
                NoticeKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                new Phone(row.getString("recipient")));
        return new Attempt(notice, row.getLong("fence"));
    }

    private static List<NoticeId> ids(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::id).toList();
    }
}
