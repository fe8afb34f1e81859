package io.caravan.usecase.notice;

import io.caravan.core.event.Event;
import io.caravan.core.event.Outbox;
import io.caravan.core.notice.NoticeRules;
import io.caravan.core.notice.Notices;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes events out of the outbox and has payers and merchants told of them. */
public class RelayEvents {

    /** Events in one transaction. */
    public static final int BATCH = 500;

    private final Outbox outbox;
    private final Notices notices;
    private final Consumer<List<Event>> merchants;

    /** {@code merchants} has them told, within the transaction that it is called in. */
    public RelayEvents(Outbox outbox, Notices notices, Consumer<List<Event>> merchants) {
        this.outbox = outbox;
        this.notices = notices;
        this.merchants = merchants;
    }

    /**
     * Relays the next events of these shards.
     *
     * @return how many; if {@link #BATCH}, there may be more
     */
    public int relay(List<Integer> shards) {
        var entries = outbox.take(shards, BATCH);
        if (entries.isEmpty()) {
            return 0;
        }
        notices.add(entries.stream()
                .map(NoticeRules::noticeOf)
                .flatMap(Optional::stream)
                .toList());
        merchants.accept(entries.stream().map(Outbox.Entry::event).toList());
        outbox.remove(entries);
        return entries.size();
    }
}
