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
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A select of a merchant's callbacks in the order of their places. It reads the index once for each state and no further
 * than it must, however many there are.
 */
final class CallbackPieces {

    private final boolean newestFirst;
    private final Optional<UUID> subject;
    private final List<Object> arguments = new ArrayList<>();
    private String sql = "";

    private CallbackPieces(boolean newestFirst, Optional<UUID> subject) {
        this.newestFirst = newestFirst;
        this.subject = subject;
    }

    /** Of one subject, if one is named. */
    static CallbackPieces newestFirst(Optional<UUID> subject) {
        return new CallbackPieces(true, subject);
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
        var piece = new StringBuilder("select * from callback where merchant_id = ? and state = ?");
        arguments.add(merchant.value());
        arguments.add(state.name());
        subject.ifPresent(id -> {
            piece.append(" and subject_id = ?");
            arguments.add(id);
        });
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
        return piece.append(order(limit)).toString();
    }

    private String order(int limit) {
        arguments.add(limit);
        return newestFirst ? " order by created_at desc, id desc limit ?" : " order by created_at, id limit ?";
    }
}
