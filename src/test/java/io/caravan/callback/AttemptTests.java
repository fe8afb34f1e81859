package io.caravan.callback;

import static org.assertj.core.api.Assertions.tuple;
import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.callback.Attempt;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is kept of attempts. */
class AttemptTests {

    @OnBothDatabases
    void eachAttemptIsLogged(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var lease = rig.leaseOne();
        var first = rig.takeOne(lease);
        rig.record(rig.unanswered(first));
        rig.later(Duration.ofSeconds(5));

        rig.record(rig.answered(rig.takeOne(lease), 200));

        assertThat(rig.jdbc.queryForList(
                        "select number, status, error, answer, duration_ms from attempt order by number"))
                .extracting(row -> row.get("status"), row -> row.get("error"), row -> row.get("answer"))
                .containsExactly(
                        tuple(null, "The connection was refused", ""),
                        tuple(200, null, "thanks"));
    }

    @OnBothDatabases
    void theBacklogCountsWhatIsOpenAndItsAge(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));
        rig.relay(rig.event(rig.merchantWithoutEndpoint(), EPAYMENT, UUID.randomUUID(), 0));
        rig.later(Duration.ofSeconds(7));

        var backlog = rig.inTransaction(
                () -> rig.waitingEvents.backlog(List.of(EPAYMENT, MOBILEPAY), rig.business.instant()));

        assertThat(backlog.get(EPAYMENT).callbacks()).isEqualTo(2);
        assertThat(backlog.get(EPAYMENT).oldest()).isEqualTo(Duration.ofSeconds(7));
        assertThat(backlog.get(MOBILEPAY).callbacks()).isZero();
    }

    @OnBothDatabases
    void anAnswerMayBeAsLongAndAsStrangeAsItLikes(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var posting = rig.takeOne(rig.leaseOne());

        rig.record(new Attempt(
                posting,
                rig.real.instant(),
                Duration.ofSeconds(1),
                Optional.of(200),
                Optional.empty(),
                "\uFFFD\u20AC".repeat(Attempt.ANSWER_LIMIT / 2),
                Optional.empty()));

        assertThat(rig.attempts()).isEqualTo(1);
    }
}
