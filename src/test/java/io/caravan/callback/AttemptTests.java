package io.caravan.callback;

import static io.caravan.callback.CallbackRig.body;
import static io.caravan.core.dialect.Dialect.EPAYMENT;
import static io.caravan.core.dialect.Dialect.MOBILEPAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

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
                .containsExactly(tuple(null, "The connection was refused", ""), tuple(200, null, "thanks"));
    }

    @OnBothDatabases
    void theSameOutcomeTwiceCountsOnce(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        rig.relay(rig.event(rig.merchant(), EPAYMENT, UUID.randomUUID(), 0));
        var outcome = rig.unanswered(rig.takeOne(rig.leaseOne()));

        rig.record(outcome, outcome);
        var again = rig.record(outcome);

        assertThat(again.verdicts()).isEmpty();
        assertThat(rig.attempts()).isEqualTo(1);
        assertThat(rig.failures()).isEqualTo(1);
    }

    @OnBothDatabases
    void anOutcomeIsRecordedWholeOrNotAtAll(StoreFixture store) {
        var rig = new CallbackRig(store.dataSource());
        var merchant = rig.merchant();
        var subject = UUID.randomUUID();
        rig.relay(rig.event(merchant, EPAYMENT, subject, 0), rig.event(merchant, EPAYMENT, subject, 1));
        var lease = rig.leaseOne();
        var posting = rig.takeOne(lease);

        assertThatIllegalStateException()
                .isThrownBy(() -> rig.inTransaction(() -> {
                    rig.record(rig.answered(posting, 200));
                    throw new IllegalStateException("as when the commit fails");
                }));

        assertThat(rig.stateOf(posting.id())).isEqualTo("SENDING");
        assertThat(rig.attempts()).isZero();
        assertThat(rig.take(lease)).isEmpty();
        assertThat(rig.record(rig.answered(posting, 200)).verdicts()).hasSize(1);
        assertThat(body(rig.takeOne(lease))).contains(subject + "#1");
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
