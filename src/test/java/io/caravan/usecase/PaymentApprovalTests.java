package io.caravan.usecase;

import static io.caravan.SaleWorld.REFERENCE;
import static io.caravan.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.SaleWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileConsent;
import io.caravan.core.profile.ProfileSub;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a payer answers to the request of a sales unit. */
class PaymentApprovalTests {

    private SaleWorld sale;

    @ParameterizedTest
    @EnumSource
    void anApprovedPaymentIsReservedAndNotTaken(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();

        sale.approve(reference);

        var payment = sale.report(reference).payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(payment.authorized()).isEqualTo(payment.amount());
        assertThat(payment.captured().isPositive()).isFalse();
        assertThat(payment.payer()).contains(sale.payer.id());
        assertThat(sale.history(reference)).containsExactly("PAYMENT_CREATED", "PAYMENT_AUTHORIZED");
        assertThat(sale.report(reference).events().get(1).details()).containsKey(Detail.OPERATION);
    }

    @ParameterizedTest
    @EnumSource
    void whereThatIsAgreedTheMoneyIsTakenAtOnce(Database database) {
        sale = new SaleWorld(database, new SalesUnitSettings(true, true, true, Duration.ZERO, false, false));
        var reference = sale.approved();

        sale.world.takeUnsent.take().forEach(id -> sale.provide(id, SaleWorld.done()));

        var payment = sale.report(reference).payment();
        assertThat(payment.captured()).isEqualTo(payment.amount());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedCardLeavesThePaymentForAnotherTry(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();

        sale.provide(sale.beginToApprove(reference), Outcome.refused("declined"));

        assertThat(sale.history(reference)).containsExactly("PAYMENT_CREATED");
        sale.approve(reference);
        assertThat(sale.report(reference).status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @ParameterizedTest
    @EnumSource
    void whileNobodyKnowsWhetherMoneyIsReservedNothingElseHappens(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();
        var authorization = sale.beginToApprove(reference);
        sale.provide(authorization, Outcome.unknown("no answer"));

        assertRefused(ProblemCode.PAYMENT_IN_PROGRESS, () -> sale.cancel(reference));
        assertRefused(ProblemCode.PAYMENT_IN_PROGRESS, () -> sale.beginToApprove(reference));
        assertRefused(ProblemCode.PAYMENT_IN_PROGRESS, () -> sale.rejectPayment.reject(sale.approval(reference)));
        sale.world.businessTime.advance(Duration.ofHours(1));
        sale.expirePayments.expire();
        assertThat(sale.history(reference)).containsExactly("PAYMENT_CREATED");

        sale.world.settleOperation.settle(authorization, 0, Outcome.done("aut_1"));
        assertThat(sale.report(reference).status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatIsReservedForAPaymentThatHasEndedIsReleased(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();
        var authorization = sale.beginToApprove(reference);
        sale.world.jdbc.update(
                "update payment set status = 'EXPIRED' where id = ?",
                sale.id(reference).value());

        sale.provide(authorization, Outcome.done("aut_1"));
        sale.world.takeUnsent.take().forEach(id -> sale.provide(id, SaleWorld.done()));

        var payment = sale.report(reference).payment();
        assertThat(payment.status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(payment.cancelled()).isEqualTo(payment.authorized());
        assertThat(payment.authorized().isPositive()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whoRejectsEndsThePayment(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();

        sale.rejectPayment.reject(sale.approval(reference));

        assertThat(sale.history(reference)).containsExactly("PAYMENT_CREATED", "PAYMENT_ABORTED");
        assertRefused(ProblemCode.PAYMENT_CLOSED, () -> sale.beginToApprove(reference));
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotShareWhatIsAskedForEndsThePayment(Database database) {
        sale = new SaleWorld(database);
        var draft =
                sale.draft(REFERENCE, UserFlow.PUSH_MESSAGE, 36000, Optional.empty(), SaleWorld.terms("phoneNumber"));
        sale.create(draft, "key");

        var begun = sale.approvePayment.approve(new Approval(sale.payer.id(), sale.id(REFERENCE), false));

        assertThat(begun).isEmpty();
        assertThat(sale.report(REFERENCE).status()).isEqualTo(PaymentStatus.ABORTED);
    }

    @ParameterizedTest
    @EnumSource
    void whoSharesIsKnownToTheMerchantByAName(Database database) {
        sale = new SaleWorld(database);
        var draft =
                sale.draft(REFERENCE, UserFlow.PUSH_MESSAGE, 36000, Optional.empty(), SaleWorld.terms("phoneNumber"));
        sale.create(draft, "key");
        assertThat(sale.report(REFERENCE).sub()).isEmpty();

        sale.approve(REFERENCE);

        assertThat(sale.report(REFERENCE).sub()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void whoseCardWasRefusedSharesNothing(Database database) {
        sale = new SaleWorld(database);
        sale.create(sale.draft(REFERENCE, UserFlow.QR, 36000, Optional.empty(), SaleWorld.terms("name")), "key");
        var other = sale.world.aPayer();
        sale.world.inTransaction(() -> {
            sale.requests.bind(sale.id(REFERENCE), other.phone());
            return null;
        });
        var refused = new Approval(other.id(), sale.id(REFERENCE), true);
        sale.provide(sale.approvePayment.approve(refused).orElseThrow(), Outcome.refused("declined"));
        assertThat(shared(other)).isEmpty();

        sale.world.inTransaction(() -> {
            sale.requests.bind(sale.id(REFERENCE), sale.payer.phone());
            return null;
        });
        sale.approve(REFERENCE);

        assertThat(shared(other)).isEmpty();
        assertThat(shared(sale.payer)).hasSize(1);
    }

    private List<ProfileConsent> shared(Payer payer) {
        var sub = sale.world.jdbc.queryForObject(
                "select sub from profile_sub where payer_id = ?",
                UUID.class,
                payer.id().value());
        return sale.world.inTransaction(() -> sale.consents.of(sale.world.merchant, new ProfileSub(sub)));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseCanAnswer(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();
        var stranger = new Approval(sale.world.aPayer().id(), sale.id(reference), true);

        assertRefused(ProblemCode.PAYMENT_UNKNOWN, () -> sale.approvePayment.approve(stranger));
        assertRefused(ProblemCode.PAYMENT_UNKNOWN, () -> sale.rejectPayment.reject(stranger));
    }
}
