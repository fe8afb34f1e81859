package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.callback.CallbackPlace;
import io.caravan.core.callback.CallbackState;
import io.caravan.core.merchant.MerchantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A select of a merchant's callbacks in the order of their places. It reads the index once for each state and no further
 * than it must, however many there are.
 */
final class CallbackPieces {

    /** What is in the parentheses is found first, because of the offset: by events, and not by the order of places. */
    private static final String OF_EVENTS = "(select * from callback where event_id = any(?) offset 0) of_events";

    private final boolean newestFirst;
    private final Optional<Set<UUID>> events;
    private final List<Object> arguments = new ArrayList<>();
    private String sql = "";

    private CallbackPieces(boolean newestFirst, Optional<Set<UUID>> events) {
        this.newestFirst = newestFirst;
        this.events = events;
    }

    /** Of these events, if some are named. */
    static CallbackPieces newestFirst(Optional<Set<UUID>> events) {
        return new CallbackPieces(true, events);
    }

    static CallbackPieces oldestFirst() {
        return new CallbackPieces(false, Optional.empty());
    }

    /** Selects at most so many in these states, from a time, before a time, and beyond a place. */
    CallbackPieces select(
            MerchantId merchant,
            Collection<CallbackState> states,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<CallbackPlace> after,
            int limit) {
        sql = states.stream()
                        .sorted()
                        .map(state -> "(" + piece(merchant, state, from, to, after, limit) + ")")
                        .collect(Collectors.joining(" union all ", "select * from (", ") pieces "))
                + order(limit);
        return this;
    }

    String sql() {
        return sql;
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    private String piece(
            MerchantId merchant,
            CallbackState state,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<CallbackPlace> after,
            int limit) {
        var piece = new StringBuilder("select * from ");
        piece.append(events.isPresent() ? OF_EVENTS : "callback");
        events.ifPresent(ids -> arguments.add(Arrays.uuids(ids, id -> id)));
        piece.append(" where merchant_id = ? and state = ?");
        arguments.add(merchant.value());
        arguments.add(state.name());
        from.ifPresent(time -> {
            piece.append(" and created_at >= ?");
            arguments.add(timestamp(time));
        });
        to.ifPresent(time -> {
            piece.append(" and created_at < ?");
            arguments.add(timestamp(time));
        });
        after.ifPresent(place -> {
            piece.append(
                    newestFirst
                            ? " and created_at <= ? and (created_at < ? or id < ?)"
                            : " and created_at >= ? and (created_at > ? or id > ?)");
            arguments.add(timestamp(place.createdAt()));
            arguments.add(timestamp(place.createdAt()));
            arguments.add(place.id());
        });
        arguments.add(limit);
        return piece.append(
                        newestFirst
                                ? " order by merchant_id desc, state desc, created_at desc, id desc limit ?"
                                : " order by merchant_id, state, created_at, id limit ?")
                .toString();
    }

    private String order(int limit) {
        arguments.add(limit);
        return newestFirst ? " order by created_at desc, id desc limit ?" : " order by created_at, id limit ?";
    }
}
