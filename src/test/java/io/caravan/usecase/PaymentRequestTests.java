package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.SaleWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.Opening;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.paymentrequest.PaymentDraft;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.ProfileConsent;
import io.caravan.core.profile.ProfileSub;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.Database;
import io.caravan.support.TestPages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the request of a sales unit to the answer of its payer. */
class PaymentRequestTests {

    private static final String REFERENCE = "acme-shop-123-order123abc";

    private SaleWorld sale;

    @ParameterizedTest
    @EnumSource
    void aRequestThatComesTwiceWithOneKeyIsOnePayment(Database database) {
        sale = new SaleWorld(database);

        var first = sale.create(sale.draft(REFERENCE), "key");
        var second = sale.create(sale.draft(REFERENCE), "key");

        assertThat(second).isEqualTo(first);
        assertThat(sale.history(REFERENCE)).containsExactly("PAYMENT_CREATED");
        var details = sale.report(REFERENCE).events().get(0).details();
        assertThat(details)
                .containsEntry(Detail.SALES_UNIT, sale.unit.msn())
                .containsEntry(Detail.REFERENCE, REFERENCE)
                .containsEntry(Detail.AMOUNT, "36000")
                .containsEntry(Detail.CURRENCY, "DKK")
                .containsEntry(Detail.REQUEST_KEY, "key");
    }

    @ParameterizedTest
    @EnumSource
    void aReferenceIsGoodForOnePaymentOfASalesUnit(Database database) {
        sale = new SaleWorld(database);
        sale.create(sale.draft(REFERENCE), "one");

        assertRefused(ProblemCode.PAYMENT_EXISTS, () -> sale.create(sale.draft(REFERENCE), "two"));

        var other = new SaleWorld(database);
        assertThat(other.create(other.draft(REFERENCE), "one").status()).isEqualTo(201);
        assertRefused(
                ProblemCode.PAYMENT_UNKNOWN,
                () -> sale.findPayment.find(new OwnPayment(sale.unit(SaleWorld.USUAL), REFERENCE)));
        assertRefused(
                ProblemCode.PAYMENT_UNKNOWN,
                () -> sale.findPayment.find(new OwnPayment(other.unit, UUID.randomUUID() + "")));
    }

    @ParameterizedTest
    @EnumSource
    void anotherRequestWithAUsedKeyIsRefused(Database database) {
        sale = new SaleWorld(database);
        sale.create(sale.draft(REFERENCE), "key");

        assertRefused(ProblemCode.KEY_REUSED, () -> sale.create(sale.draft("another-reference"), "key"));
    }

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

    @ParameterizedTest
    @EnumSource
    void withoutAnAnswerAPaymentEndsAfterTenMinutes(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();

        sale.world.businessTime.advance(Duration.ofMinutes(10).minusMillis(1));
        sale.expirePayments.expire();
        assertThat(sale.report(reference).status()).isEqualTo(PaymentStatus.CREATED);

        sale.world.businessTime.advance(Duration.ofMillis(1));
        assertRefused(ProblemCode.PAYMENT_CLOSED, () -> sale.beginToApprove(reference));
        sale.expirePayments.expire();
        sale.expirePayments.expire();
        assertThat(sale.history(reference)).containsExactly("PAYMENT_CREATED", "PAYMENT_EXPIRED");
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatNobodyHasApprovedIsTakenBack(Database database) {
        sale = new SaleWorld(database);
        var reference = sale.created();
        var wish = sale.wish(OperationKind.CANCEL, reference, 0, "key");

        var first = sale.adjust(wish, SaleWorld.done());

        assertThat(sale.history(reference)).containsExactly("PAYMENT_CREATED", "PAYMENT_TERMINATED");
        assertThat(sale.adjust(wish, SaleWorld.done())).isEqualTo(first);
        assertRefused(ProblemCode.PAYMENT_CLOSED, () -> sale.beginToApprove(reference));
        assertRefused(ProblemCode.CANCEL_NOT_POSSIBLE, () -> sale.cancel(reference));
        assertRefused(ProblemCode.CAPTURE_AFTER_CANCEL, () -> sale.capture(reference, 1, "c"));
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneWithoutAWalletIsRefusedForAPushAndElsewhereNamesNobody(Database database) {
        sale = new SaleWorld(database);

        assertRefused(ProblemCode.PAYER_UNKNOWN, () -> sale.create(toAStranger(UserFlow.PUSH_MESSAGE), "push"));
        sale.create(toAStranger(UserFlow.WEB_REDIRECT), "page");

        var request = sale.report(REFERENCE).request();
        assertThat(request.named()).isFalse();
        assertThat(request.phone()).isEmpty();
    }

    private PaymentDraft toAStranger(UserFlow flow) {
        var stranger = Optional.of(new Phone("+4799999999"));
        var amount = new Money(36000, SaleWorld.DKK);
        return new PaymentDraft(sale.unit, REFERENCE, amount, flow, stranger, Optional.empty(), SaleWorld.terms());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverOpensThePageLastIsAsked(Database database) {
        sale = new SaleWorld(database);
        sale.create(sale.draft(REFERENCE, UserFlow.QR, 36000, Optional.empty(), SaleWorld.terms()), "key");
        sale.world.jdbc.update(
                "insert into sales_unit values (?, ?, 'Gear', ?, ?, '{\"longLiving\":\"PT0S\"}')",
                sale.unit.msn(),
                sale.world.merchant.value(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
        var token = TestPages.TOKENS.of(sale.report(REFERENCE).request().page());
        var other = sale.world.aPayer();

        sale.openPayment.open(new Opening(sale.payer.id(), token));
        var offered = sale.openPayment.open(new Opening(other.id(), token));

        assertThat(offered.payment().id()).isEqualTo(sale.id(REFERENCE));
        assertRefused(ProblemCode.PAYMENT_UNKNOWN, () -> sale.beginToApprove(REFERENCE));
        assertThat(sale.approvePayment.approve(new Approval(other.id(), sale.id(REFERENCE), true)))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void payersAreRemindedThreeDaysAndOneDayBeforeTheEnd(Database database) {
        sale = new SaleWorld(database);
        var end = sale.world.businessTime.instant().plus(Duration.ofDays(7));

        sale.create(sale.draft(REFERENCE, UserFlow.PUSH_MESSAGE, 36000, Optional.of(end), SaleWorld.terms()), "key");

        var due = sale.world.jdbc.queryForList(
                "select due_at from notice where subject_id = ? and state = 'PLANNED' order by due_at",
                java.time.OffsetDateTime.class,
                sale.id(REFERENCE).value());
        assertThat(due.stream().map(java.time.OffsetDateTime::toInstant))
                .containsExactly(end.minus(Duration.ofHours(72)), end.minus(Duration.ofHours(24)));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSalesUnitMayNotAskForIsRefusedAndNothingIsStored(Database database) {
        sale = new SaleWorld(database, new SalesUnitSettings(false, false, false, Duration.ofDays(60), true, false));

        assertRefused(ProblemCode.PUSH_NOT_ALLOWED, () -> sale.create(sale.draft(REFERENCE), "1"));
        assertRefused(ProblemCode.AMOUNT_TOO_SMALL, () -> ask(99, Optional.empty(), "2"));
        assertRefused(ProblemCode.EXPIRY_TOO_SOON, () -> ask(36000, Optional.of(Duration.ofMinutes(10)), "3"));
        assertRefused(ProblemCode.EXPIRY_TOO_LATE, () -> ask(36000, Optional.of(Duration.ofDays(61)), "4"));
        assertRefused(ProblemCode.RECEIPT_MISSING, () -> ask(36000, Optional.of(Duration.ofDays(30)), "5"));
        assertRefused(
                ProblemCode.SCOPE_NOT_ALLOWED,
                () -> sale.create(
                        sale.draft(REFERENCE, UserFlow.QR, 36000, Optional.empty(), SaleWorld.terms("nin")), "6"));
        assertThatThrownBy(() -> sale.create(
                        sale.draft(
                                REFERENCE,
                                UserFlow.WEB_REDIRECT,
                                36000,
                                Optional.of(sale.world.businessTime.instant().plus(Duration.ofDays(1))),
                                SaleWorld.terms()),
                        "7"))
                .isInstanceOf(InvalidInput.class);
        assertRefused(ProblemCode.PAYMENT_UNKNOWN, () -> sale.report(REFERENCE));
    }

    private void ask(long amount, Optional<Duration> life, String key) {
        var end = life.map(sale.world.businessTime.instant()::plus);
        sale.create(sale.draft(REFERENCE, UserFlow.QR, amount, end, SaleWorld.terms()), key);
    }

    private static void assertRefused(ProblemCode code, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Problem.class, call).code()).isEqualTo(code);
    }
}
