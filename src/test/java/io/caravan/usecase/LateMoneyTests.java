package io.caravan.usecase;

import static io.caravan.PaymentWorld.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.ops.Matter;
import io.caravan.core.payment.Alarm;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentId;
import io.caravan.store.Database;
import io.caravan.store.JdbcMatters;
import io.caravan.store.TransactionalJdbc;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Money that was taken and pays nothing. Claims keep this from happening; should anybody ever find a way around them, the
 * money goes back.
 */
class LateMoneyTests {

    static Stream<Arguments> closed() {
        return Stream.of(Database.values()).flatMap(database -> Stream.of("PAID", "CANCELED", "REJECTED", "EXPIRED")
                .map(status -> Arguments.of(database, InvoiceStatus.valueOf(status))));
    }

    @ParameterizedTest
    @MethodSource("closed")
    void moneyForAnInvoiceThatIsClosedGoesBackAndTheInvoiceStaysAsItIs(Database database, InvoiceStatus closed) {
        var late = new Late(database);
        late.world.jdbc.update(
                "update invoice set status = ?, claim = null where id = ?", closed.name(), late.invoice.value());

        late.settle(late.charge, Outcome.done("ch_1"));

        var captured = late.world.eventsOf(late.payment().value()).get(1);
        assertThat(captured.details())
                .containsEntry(Detail.REASON, "the invoice is " + closed)
                .containsEntry(Detail.AMOUNT, "36000");

        var refund = late.refund();
        late.settle(refund, Outcome.done("re_1"));

        assertThat(late.world.invoice(late.invoice).status()).isEqualTo(closed);
        assertThat(late.world.historyOf(late.invoice.value())).containsExactly("INVOICE_CREATED");
        assertThat(late.world.paymentOf(refund).refunded())
                .isEqualTo(late.world.paymentOf(refund).captured());
        assertThat(late.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_REFUNDED");
        assertThat(late.unmatched(refund)).isEqualTo("RETURNED");
        assertThat(late.kept()).isZero();
        assertThat(late.world.sounded).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void moneyForAnInvoiceThatAnotherPaymentClaimsGoesBack(Database database) {
        var late = new Late(database);
        var other = PaymentId.random();
        late.world.jdbc.update("update invoice set claim = ? where id = ?", other.value(), late.invoice.value());

        late.settle(late.charge, Outcome.done("ch_1"));
        late.settle(late.refund(), Outcome.done("re_1"));

        assertThat(late.world.invoice(late.invoice).claim()).contains(other);
        assertThat(late.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_REFUNDED");
    }

    @ParameterizedTest
    @EnumSource
    void capturedMoneyForAClosedInvoiceGoesBackToo(Database database) {
        var visits = new Visits(database);
        var session = visits.authorized();
        visits.close("EXPIRED");

        visits.followUp(false);
        var followed = visits.followUp(false);

        assertThat(followed).extracting(operation -> operation.kind()).containsExactly(OperationKind.REFUND);
        assertThat(visits.payment(session).refunded())
                .isEqualTo(visits.payment(session).amount());
        assertThat(visits.world.invoice(visits.invoice).status()).isEqualTo(InvoiceStatus.EXPIRED);
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatTheProviderDoesNotGiveBackWaitsForAPerson(Database database) {
        var late = new Late(database);
        late.world.jdbc.update(
                "update invoice set status = 'CANCELED', claim = null where id = ?", late.invoice.value());
        late.settle(late.charge, Outcome.done("ch_1"));
        var refund = late.refund();

        late.settle(refund, Outcome.unknown("silence"));

        assertThat(late.unmatched(refund)).isEqualTo("RETURNING");
        assertThat(late.world.sounded).isEmpty();

        late.settle(refund, Outcome.refused("refused"));
        late.settle(refund, Outcome.refused("refused"));

        assertThat(late.unmatched(refund)).isEqualTo("KEPT");
        assertThat(late.kept()).isEqualTo(36000);
        assertThat(late.world.sounded).extracting(Alarm::kind).containsExactly(Alarm.Kind.LATE_MONEY);
        assertThat(late.history()).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED");
        assertThat(late.world.invoice(late.invoice).status()).isEqualTo(InvoiceStatus.CANCELED);
    }

    @ParameterizedTest
    @EnumSource
    void whatAPersonHasPaidBackByHandIsOutOfSightOnce(Database database) {
        var late = new Late(database);
        late.world.jdbc.update(
                "update invoice set status = 'CANCELED', claim = null where id = ?", late.invoice.value());
        late.settle(late.charge, Outcome.done("ch_1"));
        var refund = late.refund();
        late.settle(refund, Outcome.refused("refused"));

        assertThat(late.giveBack(refund)).isTrue();
        assertThat(late.giveBack(refund)).isFalse();

        assertThat(late.unmatched(refund)).isEqualTo("RETURNED");
        assertThat(late.kept()).isZero();
    }

    /** A charge on its way. */
    private static final class Late {

        final PaymentWorld world;
        final InvoiceId invoice;
        final OperationId charge;

        Late(Database database) {
            world = new PaymentWorld(database);
            var payer = world.aPayer();
            invoice = world.anInvoiceFor(payer);
            charge = world.startPayment.start(now(payer, invoice));
            world.sendOperation.send(charge).orElseThrow();
        }

        void settle(OperationId operation, Outcome outcome) {
            world.settleOperation.settle(operation, 1, outcome);
        }

        OperationId refund() {
            var taken = world.takeUnsent.take();
            assertThat(taken).hasSize(1);
            var instruction = world.sendOperation.send(taken.get(0)).orElseThrow();
            assertThat(instruction.operation().kind()).isEqualTo(OperationKind.REFUND);
            assertThat(instruction.money()).contains("ch_1");
            return taken.get(0);
        }

        PaymentId payment() {
            return world.operation(charge).payment();
        }

        java.util.List<String> history() {
            return world.historyOf(payment().value());
        }

        String unmatched(OperationId refund) {
            return world.jdbc.queryForObject(
                    "select state from unmatched_money where refund_id = ?", String.class, refund.value());
        }

        boolean giveBack(OperationId refund) {
            return world.inTransaction(() -> new JdbcMatters(new TransactionalJdbc(world.jdbc.getDataSource()))
                    .close(Matter.Kind.LATE_MONEY, refund.value(), world.businessTime.instant()));
        }

        long kept() {
            return world.inTransaction(() -> world.lateMoney.kept(world.paymentOf(charge)))
                    .minor();
        }
    }
}
