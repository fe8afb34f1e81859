package io.caravan.usecase.reconciliation;

import io.caravan.core.event.Events;
import io.caravan.core.payment.Difference;
import io.caravan.core.payment.ListPage;
import io.caravan.core.payment.Listed;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Reconciliation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares a part of the provider's list of a day with our operations. */
public class CompareList {

    private final Reconciliation reconciliation;
    private final Payments payments;
    private final Differences differences;
    private final Clock clock;

    public CompareList(Reconciliation reconciliation, Payments payments, Events events, Clock clock) {
        this.reconciliation = reconciliation;
        this.payments = payments;
        this.differences = new Differences(reconciliation, payments, events);
        this.clock = clock;
    }

    /** Compares it and answers where the next part begins. */
    public Optional<String> compare(ListPage page, LocalDate day) {
        var keys = page.operations().stream()
                .flatMap(listed -> OperationId.parse(listed.key()).stream())
                .distinct()
                .toList();
        var ours = reconciliation.find(keys).stream().collect(Collectors.toMap(Operation::id, operation -> operation));
        differences.report(page.operations().stream()
                .flatMap(listed -> difference(listed, ours).stream())
                .toList());
        reconciliation.list(
                ours.keySet().stream()
                        .sorted(Comparator.comparing(OperationId::toString))
                        .toList(),
                day);
        return page.next();
    }

    private Optional<Difference> difference(Listed listed, Map<OperationId, Operation> all) {
        var ours = OperationId.parse(listed.key()).flatMap(key -> Optional.ofNullable(all.get(key)));
        if (ours.isEmpty()) {
            var payment = PaymentId.parse(listed.reference()).flatMap(payments::find);
            return Optional.of(of(payment.map(Payment::id), listed, Difference.Kind.MISSING_HERE));
        }
        return kind(listed, ours.get()).map(kind -> of(Optional.of(ours.get().payment()), listed, kind));
    }

    private static Optional<Difference.Kind> kind(Listed listed, Operation ours) {
        var amount = ours.amount();
        if (ours.state() == OperationState.DONE && !ours.providerReference().equals(Optional.of(listed.id()))) {
            return Optional.of(Difference.Kind.MISSING_HERE);
        }
        if (!listed.reference().equals(ours.payment().toString())) {
            return Optional.of(Difference.Kind.OTHER_REFERENCE);
        }
        if (listed.minor() != amount.minor()
                || !listed.currency().equals(amount.currency().getCurrencyCode())) {
            return Optional.of(Difference.Kind.OTHER_AMOUNT);
        }
        return listed.kind().filter(ours.kind()::equals).isPresent()
                        && listed.state().filter(ours.state()::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Difference.Kind.OTHER_STATUS);
    }

    private Difference of(Optional<PaymentId> payment, Listed listed, Difference.Kind kind) {
        return new Difference(
                payment,
                kind == Difference.Kind.MISSING_HERE ? listed.id() : listed.key(),
                kind,
                "listed as " + listed.id() + ", " + listed.words() + ", " + listed.minor() + " " + listed.currency()
                        + " for " + listed.reference(),
                clock.instant());
    }
}
