package io.caravan.core.paymentrequest;

import io.caravan.core.payer.Payer;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** What sales units may ask for. */
public final class PaymentRules {

    /** A payment that may take longer lives long. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final String NATIONAL_IDENTITY = "nin";

    private final Map<String, Long> smallest;

    /** @param smallest amounts in minor units, by currency; 1 for all others */
    public PaymentRules(Map<String, Long> smallest) {
        this.smallest = Map.copyOf(smallest);
    }

    /**
     * Refuses what this sales unit cannot ask for.
     *
     * @param currency the sales unit's
     * @param isToldOtherwise whether the payer can read elsewhere what is sold
     * @throws Problem the first rule that is broken
     */
    public void check(PaymentDraft draft, Currency currency, boolean isToldOtherwise, Instant now) {
        var settings = draft.unit().settings();
        if (!draft.amount().currency().equals(currency)) {
            throw Problem.of(ProblemCode.CURRENCY_NOT_OFFERED, draft.reference());
        }
        if (draft.amount().minor() < smallest.getOrDefault(currency.getCurrencyCode(), 1L)) {
            throw Problem.of(ProblemCode.AMOUNT_TOO_SMALL, draft.reference());
        }
        if (draft.flow() == UserFlow.PUSH_MESSAGE && !settings.pushMessage()) {
            throw Problem.of(ProblemCode.PUSH_NOT_ALLOWED, draft.reference());
        }
        if (draft.terms().scopes().contains(NATIONAL_IDENTITY) && !settings.nationalIdentity()) {
            throw Problem.of(ProblemCode.SCOPE_NOT_ALLOWED, draft.reference());
        }
        draft.expiresAt().ifPresent(end -> checkLongLife(draft, end, isToldOtherwise, now));
    }

    private static void checkLongLife(PaymentDraft draft, Instant end, boolean isToldOtherwise, Instant now) {
        var settings = draft.unit().settings();
        if (!draft.flow().canLiveLong() || draft.terms().card()) {
            throw InvalidInput.of("expiresAt", "ExpiresAt not allowed for this flow or payment method");
        }
        if (settings.longLiving().isZero()) {
            throw Problem.of(ProblemCode.LONG_LIVING_NOT_ALLOWED, draft.reference());
        }
        if (!end.isAfter(now.plus(LIFE))) {
            throw Problem.of(ProblemCode.EXPIRY_TOO_SOON, draft.reference());
        }
        if (end.isAfter(now.plus(settings.longLiving()))) {
            throw Problem.of(ProblemCode.EXPIRY_TOO_LATE, draft.reference());
        }
        if (settings.longLivingNeedsReceipt() && !draft.terms().tellsWhatIsSold() && !isToldOtherwise) {
            throw Problem.of(ProblemCode.RECEIPT_MISSING, draft.reference());
        }
    }

    /**
     * Refuses a payer who cannot be asked.
     *
     * @param known what the wallet knows of the payer
     */
    public static void checkPayer(Payer payer, PaymentTerms terms, Optional<Profile> known, Instant now) {
        if (payer.blocked()) {
            throw Problem.of(ProblemCode.PAYER_UNAVAILABLE, "payer");
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var oldEnough = terms.minimumAge()
                .map(age -> known.filter(profile -> profile.isOfAge(age, today)).isPresent())
                .orElse(true);
        if (!oldEnough) {
            throw Problem.of(ProblemCode.PAYER_TOO_YOUNG, "payer");
        }
    }
}
