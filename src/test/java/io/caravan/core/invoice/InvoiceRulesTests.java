package io.caravan.core.invoice;

import static io.caravan.core.invoice.InvoiceFixtures.DKK;
import static io.caravan.core.invoice.InvoiceFixtures.DUE;
import static io.caravan.core.invoice.InvoiceFixtures.aDocument;
import static io.caravan.core.invoice.InvoiceFixtures.aDraft;
import static io.caravan.core.invoice.InvoiceFixtures.anIssuer;
import static io.caravan.core.invoice.InvoiceFixtures.anyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRulesTests {

    static final LocalDate TODAY = LocalDate.of(2018, 2, 12);

    final InvoiceRules rules =
            new InvoiceRules(new InvoiceLimits(Map.of(DKK, Money.of(new BigDecimal("15000"), DKK)), 10));

    @ParameterizedTest
    @CsvSource({
        "-1, DUE_DATE_PASSED",
        "0, ",
        "400, ",
        "401, DUE_DATE_TOO_FAR",
    })
    void anInvoiceIsDueFromTodayOnAndWithin400Days(int days, ProblemCode refusal) {
        assertThat(refusal(() -> rules.checkContent(aDraft("360", TODAY.plusDays(days)), TODAY)))
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, AMOUNT_NOT_POSITIVE",
        "0, AMOUNT_NOT_POSITIVE",
        "0.01, ",
        "15000, ",
        "15000.01, AMOUNT_TOO_LARGE"
    })
    void aTotalIsMoreThanNothingAndNotOverTheLimit(String total, ProblemCode refusal) {
        assertThat(refusal(() -> rules.checkContent(aDraft(total, DUE), TODAY))).isEqualTo(refusal);
    }

    @Test
    void aCurrencyWithoutLimitHasNone() {
        var unlimited = new InvoiceRules(new InvoiceLimits(Map.of(), 10));

        assertThatCode(() -> unlimited.checkContent(aDraft("1000000", DUE), TODAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, ", "1, ISSUE_DATE_IN_FUTURE", "-1000, "})
    void anInvoiceIsNotIssuedInTheFuture(int days, ProblemCode refusal) {
        var document = aDocument(Optional.of(TODAY.plusDays(days)), Optional.of("301"), List.of());

        assertThat(refusal(() -> rules.checkContent(aDraft(Delivery.DIRECT, "360", DUE, document), TODAY)))
                .isEqualTo(refusal);
    }

    @Test
    void anInvoiceNeedNotSayWhenItWasIssued() {
        var document = aDocument(Optional.empty(), Optional.of("301"), List.of());

        assertThat(refusal(() -> rules.checkContent(aDraft(Delivery.DIRECT, "360", DUE, document), TODAY)))
                .isNull();
    }

    @Test
    void theDatesAreToldBeforeTheAmount() {
        assertThat(refusal(() -> rules.checkContent(aDraft("0", TODAY.minusDays(1)), TODAY)))
                .isEqualTo(ProblemCode.DUE_DATE_PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "ENABLED, true, ",
        "ENABLED, false, ISSUER_WITHOUT_ACCOUNT",
        "DISABLED, true, ISSUER_NOT_ENABLED",
        "DISABLED, false, ISSUER_NOT_ENABLED",
        "PENDING, true, ISSUER_NOT_ENABLED"
    })
    void onlyAnEnabledIssuerWithAnAccountSendsInvoices(Issuer.Status status, boolean account, ProblemCode refusal) {
        assertThat(refusal(() -> rules.checkIssuer(aDraft(), Optional.of(anIssuer(status, account)))))
                .isEqualTo(refusal);
    }

    @Test
    void anIssuerMustBeKnown() {
        assertThat(refusal(() -> rules.checkIssuer(aDraft(), Optional.empty()))).isEqualTo(ProblemCode.ISSUER_UNKNOWN);
    }

    @Test
    void aPayerMustBeKnownAndNotBlocked() {
        assertThat(refusal(() -> rules.checkPayer(Optional.empty()))).isEqualTo(ProblemCode.PAYER_UNKNOWN);
        assertThat(refusal(() -> rules.checkPayer(Optional.of(aPayer(true))))).isEqualTo(ProblemCode.PAYER_UNAVAILABLE);
        assertThat(refusal(() -> rules.checkPayer(Optional.of(aPayer(false))))).isNull();
    }

    private static Payer aPayer(boolean blocked) {
        return new Payer(PayerId.random(), new Phone("+4577007700"), "Payer", blocked, anyId());
    }

    private static ProblemCode refusal(ThrowingCallable check) {
        var problem = catchThrowableOfType(Problem.class, check);
        return problem == null ? null : problem.code();
    }
}
