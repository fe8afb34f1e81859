package io.caravan.core.ops;

import io.caravan.core.notice.Channel;
import io.caravan.core.payer.Phone;
import java.time.Instant;
import java.util.UUID;

/**
 * A notice that was parked.
 *
 * @param position in the list of all: when it was due, and its id
 * @param subject what it is about
 * @param since when it was given up, in real time
 */
public record DeadNotice(
        Position position, Channel channel, String kind, Phone recipient, UUID subject, String reason, Instant since) {

    public UUID id() {
        return position.id();
    }
}
