package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While operators hold the card acquirer's channel: nothing is given to it, it may be asked, and nothing is lost. */
class HeldPspTests {

    private PaymentWorld world;

    @ParameterizedTest
    @EnumSource
    void anOperationWaitsAsRequestedAndIsSentAfterTheRelease(Database database) {
        use(database);
        var payer = world.aPayer();
        var invoice = world.anInvoiceFor(payer);
        hold();
        var charge = world.startPayment.start(PaymentWorld.now(payer, invoice));

        assertThat(world.sendOperation.send(charge)).isEmpty();
        world.realTime.advance(Duration.ofHours(1));
        assertThat(world.takeUnsent.take()).isEmpty();
        assertThat(world.chaseOperations.chase()).isEmpty();
        assertThat(world.operation(charge).state()).isEqualTo(OperationState.REQUESTED);

        release();
        assertThat(world.takeUnsent.take()).containsExactly(charge);
        assertThat(world.sendOperation.send(charge)).isPresent();
        world.settleOperation.settle(charge, 1, Outcome.done("ch_1"));
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSentBeforeIsAskedAboutAndNotSentAgain(Database database) {
        use(database);
        var payer = world.aPayer();
        var charge = world.startPayment.start(PaymentWorld.now(payer, world.anInvoiceFor(payer)));
        world.sendOperation.send(charge).orElseThrow();
        hold();
        world.realTime.advance(Duration.ofMinutes(6));

        var asked = world.chaseOperations.chase();

        assertThat(asked).hasSize(1);
        assertThat(world.resendOperation.resend(asked.get(0))).isEmpty();
        release();
        assertThat(world.resendOperation.resend(asked.get(0))).isPresent();
    }

    private void use(Database database) {
        world = new PaymentWorld(database);
    }

    private void hold() {
        world.inTransaction(() -> world.holds.place(
                new Hold(HoldKind.CHANNEL, "psp", world.realTime.instant(), "ops", "the acquirer asked for it")));
    }

    @AfterEach
    void release() {
        world.inTransaction(() -> world.holds.release(HoldKind.CHANNEL, "psp"));
    }
}
