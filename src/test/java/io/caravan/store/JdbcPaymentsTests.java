package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcPaymentsTests {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void whatIsStoredIsFoundAgain(Database database) {
        var stored = new Stored(database);

        assertThat(stored.find()).isEqualTo(stored.operation);
        assertThat(stored.world.inTransaction(() -> stored.world.payments.find(stored.payment.id())))
                .contains(stored.payment);
        assertThat(stored.world.inTransaction(() -> stored.world.payments.lock(stored.payment.id())))
                .contains(stored.payment);
    }

    @ParameterizedTest
    @EnumSource
    void whatChangesIsWritten(Database database) {
        var stored = new Stored(database);
        var charged = stored.payment.charged();
        var done = stored.operation.settle(Outcome.done("ch_1"), 0);

        stored.world.inTransaction(() -> {
            stored.world.payments.update(charged);
            stored.world.payments.update(done);
            return null;
        });

        assertThat(stored.find()).isEqualTo(done);
        assertThat(stored.world.paymentOf(done.id())).isEqualTo(charged);
    }

    @ParameterizedTest
    @EnumSource
    void anOperationIsSentOnce(Database database) {
        var stored = new Stored(database);

        var first = stored.send();
        var second = stored.send();

        assertThat(first).map(Operation::state).contains(OperationState.SENT);
        assertThat(first).map(Operation::fence).contains(1L);
        assertThat(second).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOperationIsSilentWhenItsLeaseHasLapsedAndChasedByOneOnly(Database database) {
        var stored = new Stored(database);
        var sent = stored.send().orElseThrow();
        assertThat(stored.silent()).isEmpty();

        stored.world.realTime.advance(LEASE.plusSeconds(1));

        assertThat(stored.silent()).contains(sent);
        var chased = stored.chase(sent);
        assertThat(chased).map(Operation::state).contains(OperationState.UNKNOWN);
        assertThat(chased).map(Operation::fence).contains(2L);
        assertThat(stored.chase(sent)).isEmpty();
        assertThat(stored.silent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOperationThatNobodySentIsChasedAndThenNotSentAnyMore(Database database) {
        var stored = new Stored(database);
        stored.world.realTime.advance(LEASE.plusSeconds(1));

        assertThat(stored.chase(stored.operation)).isPresent();

        assertThat(stored.send()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOperationIsSentAgainOnlyByItsLastAttemptAndNotTooEarly(Database database) {
        var stored = new Stored(database);
        var sent = stored.send().orElseThrow();
        stored.world.realTime.advance(LEASE.plusSeconds(1));
        var chased = stored.chase(sent).orElseThrow();

        assertThat(stored.resend(chased)).isEmpty();
        stored.world.realTime.advance(FIVE_MINUTES);
        assertThat(stored.resend(sent)).isEmpty();
        assertThat(stored.resend(chased)).map(Operation::state).contains(OperationState.SENT);
        assertThat(stored.resend(chased)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSettledOperationIsNeverSilent(Database database) {
        var stored = new Stored(database);
        stored.world.inTransaction(() -> {
            stored.world.payments.update(stored.operation.settle(Outcome.refused("declined"), 0));
            return null;
        });

        stored.world.realTime.advance(Duration.ofDays(1));

        assertThat(stored.silent()).isEmpty();
    }

    /** A payment and its charge, stored and not sent. */
    private static final class Stored {

        final PaymentWorld world;
        final Payment payment;
        final Operation operation;

        Stored(Database database) {
            world = new PaymentWorld(database);
            var payer = world.aPayer();
            payment = Payment.byStoredCard(world.invoice(world.anInvoiceFor(payer)), payer, PaymentWorld.NOW);
            operation = payment.charge();
            world.inTransaction(() -> {
                world.payments.add(payment, operation, LEASE);
                return null;
            });
        }

        Operation find() {
            return world.operation(operation.id());
        }

        Optional<Operation> send() {
            return world.inTransaction(() -> world.payments.send(operation.id(), LEASE));
        }

        java.util.List<Operation> silent() {
            return world.inTransaction(() -> world.payments.silent(100));
        }

        Optional<Operation> chase(Operation silent) {
            return world.inTransaction(() -> world.payments.chase(silent, LEASE));
        }

        Optional<Operation> resend(Operation asked) {
            return world.inTransaction(() -> world.payments.resend(asked.id(), asked.fence(), FIVE_MINUTES, LEASE));
        }
    }
}
