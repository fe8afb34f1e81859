package io.caravan.usecase.paymentrequest;

import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.payment.Balance;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.Adjusted;
import io.caravan.core.paymentrequest.Adjusting;
import io.caravan.core.paymentrequest.AdjustmentRequest;
import io.caravan.core.paymentrequest.AdjustmentRules;
import io.caravan.core.paymentrequest.PaymentReport;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;

/**
 * Writes the instruction to capture, refund or cancel a sales unit's payment. No money moves before the commit. A payment
 * that nobody has approved is cancelled without a provider, and that is the end of it.
 */
public class RequestAdjustment {

    private final Merchants merchants;
    private final PaymentRequests requests;
    private final Payments payments;
    private final Events events;
    private final KeptAnswers answers;
    private final AdjustmentRules rules;
    private final Clock clock;

    public RequestAdjustment(
            Merchants merchants,
            PaymentRequests requests,
            Payments payments,
            Events events,
            KeptAnswers answers,
            AdjustmentRules rules,
            Clock clock) {
        this.merchants = merchants;
        this.requests = requests;
        this.payments = payments;
        this.events = events;
        this.answers = answers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is to be done now, or was begun by the same request before.
     *
     * @throws Problem PAYMENT_UNKNOWN, or why the money cannot be moved
     */
    public Adjusting request(AdjustmentRequest wish) {
        var unit = wish.own().unit();
        var id = OperationId.random();
        var earlier = wish.ownKey().flatMap(key -> answers.keep(unit.merchant(), key, Adjusting.pending(id)));
        if (earlier.isPresent()) {
            return Adjusting.again(earlier.get());
        }

        var request = requests.find(unit.merchant(), unit.msn(), wish.own().reference())
                .orElseThrow(() -> Problem.of(ProblemCode.PAYMENT_UNKNOWN, "reference"));
        var payment = payments.lock(request.payment()).orElseThrow();
        var report = new PaymentReport(request, payment, events.of(payment.id().value()));
        var operations = payments.operations(payment.id());
        if (wish.kind() == OperationKind.CANCEL && payment.status() == PaymentStatus.CREATED) {
            if (operations.stream().anyMatch(operation -> operation.state().isOpen())) {
                throw Problem.of(ProblemCode.PAYMENT_IN_PROGRESS, payment.id());
            }
            return terminate(wish, report);
        }
        var country = merchants.find(unit.merchant()).orElseThrow().country();
        var amount = rules.check(wish, report, operations, country, clock.instant());
        var operation = new Balance(payment, operations)
                .request(wish.kind(), amount)
                .askedBy(id, wish.key().map(key -> key.key()));
        payments.add(operation, Payments.PATIENCE);
        return Adjusting.with(id);
    }

    private Adjusting terminate(AdjustmentRequest wish, PaymentReport report) {
        var terminated = report.payment().end(PaymentStatus.TERMINATED);
        payments.update(terminated);
        var details =
                wish.key().map(key -> Map.of(Detail.REQUEST_KEY, key.key())).orElse(Map.of());
        var event = Event.of(terminated, EventType.PAYMENT_TERMINATED, clock.instant(), details);
        events.record(event);

        var all = new ArrayList<>(report.events());
        all.add(event);
        var after = new PaymentReport(report.request(), terminated, all);
        var answer = wish.answer().apply(new Adjusted(after, event.id().value()));
        wish.ownKey().ifPresent(key -> answers.replace(terminated.merchant(), key, answer));
        return Adjusting.to(answer);
    }
}
