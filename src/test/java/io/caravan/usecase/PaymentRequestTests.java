package io.caravan.usecase;

import static io.caravan.SaleWorld.REFERENCE;
import static io.caravan.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.SaleWorld;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.paymentrequest.Approval;
import io.caravan.core.paymentrequest.Opening;
import io.caravan.core.paymentrequest.OwnPayment;
import io.caravan.core.paymentrequest.PaymentDraft;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.store.Database;
import io.caravan.support.TestPages;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sales unit asks for, and how that ends without an answer. */
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
}
