package io.caravan.core.paymentinvoice;

import io.caravan.core.money.Money;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What merchants may ask for, and payers confirm. */
public final class PaymentInvoiceRules {

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Duration life;

    /** @param life of a payment invoice that does not say when it ends */
    public PaymentInvoiceRules(Duration life) {
        this.life = life;
    }

    /**
     * How much is asked for.
     *
     * @param service that the draft names, if there is such a one
     * @throws InvalidInput all that is wrong, by {@code service}, {@code currency}, {@code amount}, {@code expires} and
     *     {@code service_fields/} with a key
     */
    public Money check(PaymentInvoiceDraft draft, Optional<Service> service, Instant now) {
        var faults = new ArrayList<Violation>();
        if (draft.service().isPresent() && service.isEmpty()) {
            faults.add(new Violation("service", "is not a service that is offered"));
        }
        var currency = currency(draft, service, faults);
        var amount = currency.flatMap(known -> amount(draft.amount(), known, service, faults));
        if (!endsAt(draft, now).isAfter(now) || endsAt(draft, now).isAfter(now.plus(LONGEST))) {
            faults.add(new Violation("expires", "must be in the future and at most a year from now"));
        }
        service.ifPresent(known -> faults(known.fields(), draft.terms().fields())
                .forEach(fault -> faults.add(new Violation("service_fields/" + fault.field(), fault.message()))));
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return amount.orElseThrow();
    }

    /** When it ends. */
    public Instant endsAt(PaymentInvoiceDraft draft, Instant now) {
        return draft.expiresAt().orElse(now.plus(life));
    }

    /** What is wrong with the values of these fields, by key. Others are left alone. */
    public static List<Violation> faults(List<Field> fields, Map<String, String> values) {
        return fields.stream()
                .flatMap(field -> field
                        .fault(Optional.ofNullable(values.get(field.key())))
                        .map(fault -> new Violation(field.key(), fault))
                        .stream())
                .toList();
    }

    private static Optional<Currency> currency(
            PaymentInvoiceDraft draft, Optional<Service> service, List<Violation> faults) {
        try {
            var currency = Currency.getInstance(draft.currency());
            if (currency.getDefaultFractionDigits() < 0) {
                faults.add(new Violation("currency", "cannot be paid in"));
                return Optional.empty();
            }
            if (service.filter(known -> !known.currency().equals(currency)).isPresent()) {
                faults.add(new Violation("currency", "is not that of the service"));
                return Optional.empty();
            }
            return Optional.of(currency);
        } catch (IllegalArgumentException e) {
            faults.add(new Violation("currency", "must be a currency of ISO 4217"));
            return Optional.empty();
        }
    }

    private static Optional<Money> amount(
            BigDecimal amount, Currency currency, Optional<Service> service, List<Violation> faults) {
        try {
            var money = Money.of(amount, currency);
            if (!money.isPositive()) {
                faults.add(new Violation("amount", "must be greater than 0"));
            } else if (service.filter(known -> known.smallest().isMoreThan(money) || money.isMoreThan(known.largest()))
                    .isPresent()) {
                var known = service.get();
                faults.add(new Violation(
                        "amount",
                        "must be from " + known.smallest().amount().toPlainString() + " to "
                                + known.largest().amount().toPlainString()));
            }
            return Optional.of(money);
        } catch (ArithmeticException e) {
            faults.add(new Violation(
                    "amount", "must have at most " + currency.getDefaultFractionDigits() + " decimals and 18 digits"));
            return Optional.empty();
        }
    }
}
