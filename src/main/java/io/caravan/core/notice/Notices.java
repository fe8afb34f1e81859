package io.caravan.core.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All notices and how far each has come. Leases and waits are in real time, not in business time. Those of channels that
 * operators hold are neither taken nor claimed. A limit is one for each channel.
 */
public interface Notices {

    /** Stores new notices as ready; those stored before stay as they are. */
    void add(List<Notice> notices);

    /** Stores a new notice that is made ready at this business time; one stored before stays as it is. */
    void plan(Notice notice, Instant at);

    /** Makes planned notices ready whose business time has come; answers how many. */
    int release(Instant now, int limit);

    /** A notice on its way to a queue. */
    record Waiting(NoticeId id, Channel channel) {}

    /** Ready notices, leased to the caller so that nobody else takes them meanwhile. */
    List<Waiting> takeReady(int limit, Duration lease);

    /** Makes notices ready again that stand in a queue for too long, or whose consumer has vanished; answers how many. */
    int revive(int limit);

    /** The ids are on their queues. A notice that a consumer has taken meanwhile stays as it is. */
    void queued(List<NoticeId> ids);

    /** A notice taken for one attempt; the fence proves who holds it. */
    record Attempt(Notice notice, long fence) {}

    /** Takes the notice for one attempt; empty if it is sent, dropped, held, or somebody else's. */
    Optional<Attempt> claim(NoticeId id, Duration lease);

    /** Lengthens a claim for one more call to the gateway. False, and nothing changes, if the claim was lost. */
    boolean renew(NoticeId id, long fence, Duration lease);

    /** The gateway has it. False, and nothing changes, if the claim was lost. */
    boolean sent(NoticeId id, long fence);

    /** Given up for now. Changes nothing if the claim was lost. */
    void parked(NoticeId id, long fence, String reason);

    /** Not worth sending any more. Changes nothing if the claim was lost. */
    void dropped(NoticeId id, long fence, String reason);
}
