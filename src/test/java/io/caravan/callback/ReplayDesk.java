package io.caravan.callback;

import io.caravan.core.callback.Attempt;
import io.caravan.core.callback.CallbackDetails;
import io.caravan.core.callback.CallbackPage;
import io.caravan.core.callback.CallbackQuery;
import io.caravan.core.callback.CallbackStatus;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.LoggedCallback;
import io.caravan.core.callback.OwnCallback;
import io.caravan.core.callback.Posting;
import io.caravan.core.callback.ReplayRequest;
import io.caravan.core.event.Event;
import io.caravan.core.merchant.MerchantId;
import io.caravan.store.JdbcCallbackLog;
import io.caravan.store.JdbcReplays;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.callback.FindCallback;
import io.caravan.usecase.callback.ListCallbacks;
import io.caravan.usecase.callback.ReplayCallback;
import io.caravan.usecase.callback.RequestReplay;
import io.caravan.usecase.callback.TestCallbacks;
import io.caravan.usecase.callback.WorkOffReplays;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What a merchant does about its callbacks, beside the machinery that sends them. */
final class ReplayDesk {

    final CallbackRig rig;
    final JdbcCallbackLog log;
    private final ReplayCallback replayCallback;
    private final RequestReplay requestReplay;
    private final WorkOffReplays workOffReplays;
    private final TestCallbacks testCallbacks;

    ReplayDesk(DataSource dataSource) {
        rig = new CallbackRig(dataSource);
        var jdbc = new TransactionalJdbc(dataSource);
        log = new JdbcCallbackLog(jdbc);
        var replays = new JdbcReplays(jdbc, () -> {});
        replayCallback = new ReplayCallback(log, replays, rig.business, rig.real);
        requestReplay = new RequestReplay(replays, rig.business, rig.real);
        workOffReplays = new WorkOffReplays(replays, rig.business, rig.real);
        testCallbacks = new TestCallbacks(log, replays, rig.business);
        rig.jdbc.update("delete from replay");
    }

    DeliveryId idOf(Event event) {
        return DeliveryId.of(rig.jdbc.queryForObject(
                "select id from callback where event_id = ?",
                UUID.class,
                event.id().value()));
    }

    long replay(Event event) {
        return replay(event.merchant(), idOf(event));
    }

    long replay(MerchantId merchant, DeliveryId id) {
        return rig.inTransaction(() -> replayCallback.replay(new OwnCallback(merchant, id)));
    }

    long replayAll(MerchantId merchant, CallbackStatus status) {
        return rig.inTransaction(() -> requestReplay.request(
                new ReplayRequest(merchant, Optional.of(status), Optional.empty(), Optional.empty())));
    }

    long replayAll(MerchantId merchant) {
        return rig.inTransaction(() -> requestReplay.request(
                new ReplayRequest(merchant, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    boolean workOff() {
        return rig.inTransaction(workOffReplays::workOff);
    }

    List<LoggedCallback> test(MerchantId merchant) {
        return rig.inTransaction(() -> testCallbacks.test(merchant));
    }

    CallbackDetails show(Event event) {
        return rig.inTransaction(() -> new FindCallback(log).find(new OwnCallback(event.merchant(), idOf(event))));
    }

    CallbackPage list(CallbackQuery query) {
        return rig.inTransaction(() -> new ListCallbacks(log).list(query));
    }

    /** Sends all that can go to one endpoint and lets it answer so; answers what was sent, in order. */
    List<Posting> deliver(int status) {
        var sent = new ArrayList<Posting>();
        for (var leases = rig.lease(); !leases.isEmpty(); leases = rig.lease()) {
            for (var lease : leases) {
                for (var some = rig.take(lease, 4, true); some.held(); some = rig.take(lease, 4, true)) {
                    sent.addAll(some.postings());
                    rig.later(Duration.ofMillis(1));
                    rig.record(some.postings().stream()
                            .map(posting -> rig.answered(posting, status))
                            .toArray(Attempt[]::new));
                }
            }
        }
        return sent;
    }

    /** Fails until everything that waits is given up. */
    void giveUp() {
        deliver(500);
        for (var wait : CallbackRig.WAITS) {
            rig.later(wait);
            deliver(500);
        }
    }

    static String body(Posting posting) {
        return new String(posting.body(), StandardCharsets.UTF_8);
    }
}
