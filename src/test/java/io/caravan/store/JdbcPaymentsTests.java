package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.notice.Channel;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.ProviderPage;
import java.net.URI;
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
    void anOperationWhoseWriterHasDiedIsTakenByOneOnlyAndSentOnce(Database database) {
        var stored = new Stored(database);
        assertThat(stored.unsent()).isEmpty();

        stored.world.realTime.advance(LEASE.plusSeconds(1));

        assertThat(stored.unsent()).containsExactly(stored.operation);
        assertThat(stored.silent()).isEmpty();
        assertThat(stored.take()).isTrue();
        assertThat(stored.take()).isFalse();
        assertThat(stored.unsent()).isEmpty();
        assertThat(stored.send()).isPresent();
        assertThat(stored.send()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOperationForWhichNobodyHasPatienceIsToBeSentAtOnceAndRingsTheBell(Database database) {
        var stored = new Stored(database);
        var refund = new Operation(
                OperationId.random(),
                stored.payment.id(),
                Channel.PSP,
                OperationKind.REFUND,
                stored.payment.amount(),
                OperationState.REQUESTED,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(stored.world.rung).hasValue(0);

        stored.world.inTransaction(() -> {
            stored.world.payments.add(refund, Duration.ZERO);
            assertThat(stored.world.rung).hasValue(0);
            return null;
        });

        assertThat(stored.world.rung).hasValue(1);
        assertThat(stored.unsent()).containsExactly(refund);
        assertThat(stored.world.inTransaction(() -> stored.world.payments.operations(stored.payment.id())))
                .containsExactlyInAnyOrder(stored.operation, refund);
    }

    @ParameterizedTest
    @EnumSource
    void aPageThatWaitsIsChasedAndGoesOnWaiting(Database database) {
        var world = new PaymentWorld(database);
        var back = ProviderPage.returningTo(URI.create("https://shop.example/back?a=1"));
        var payment =
                Payment.byPage(world.invoice(world.anInvoiceFor(world.aPayer())), Optional.empty(), PaymentWorld.NOW);
        var session = payment.authorize(back);
        world.inTransaction(() -> {
            world.payments.add(payment, session, LEASE);
            world.payments.send(session.id(), LEASE);
            return null;
        });
        var page = Optional.of(URI.create("https://psp.example/p/1"));
        var waiting = world.operation(session.id()).settle(Outcome.waiting("se_1", page), 1);

        world.inTransaction(() -> {
            world.payments.update(waiting);
            return null;
        });
        world.realTime.advance(LEASE.plusSeconds(1));
        var chased = world.inTransaction(() -> world.payments.chase(waiting, LEASE));

        assertThat(chased).map(Operation::state).contains(OperationState.WAITING);
        assertThat(chased).map(Operation::fence).contains(2L);
        assertThat(chased).flatMap(Operation::page).contains(new ProviderPage(back.returnUrl(), page));
        assertThat(world.inTransaction(() -> world.payments.chase(waiting, LEASE)))
                .isEmpty();
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

        java.util.List<Operation> unsent() {
            return world.inTransaction(() -> world.payments.unsent(100));
        }

        boolean take() {
            return world.inTransaction(() -> world.payments.take(operation, LEASE));
        }

        Optional<Operation> chase(Operation silent) {
            return world.inTransaction(() -> world.payments.chase(silent, LEASE));
        }

        Optional<Operation> resend(Operation asked) {
            return world.inTransaction(() -> world.payments.resend(asked.id(), asked.fence(), FIVE_MINUTES, LEASE));
        }
    }
}
