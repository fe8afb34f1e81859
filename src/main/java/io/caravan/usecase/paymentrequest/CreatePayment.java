package io.caravan.usecase.paymentrequest;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.event.Event;
import io.caravan.core.event.Event.Detail;
import io.caravan.core.event.EventType;
import io.caravan.core.event.Events;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notice;
import io.caravan.core.notice.Notices;
import io.caravan.core.order.OrderId;
import io.caravan.core.order.Orders;
import io.caravan.core.page.PageLinks;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.Sale;
import io.caravan.core.paymentrequest.NewPayment;
import io.caravan.core.paymentrequest.PaymentDraft;
import io.caravan.core.paymentrequest.PaymentReminder;
import io.caravan.core.paymentrequest.PaymentRequest;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.paymentrequest.PaymentRules;
import io.caravan.core.paymentrequest.UserFlow;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.Profiles;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Takes a payment request from a sales unit: stored, to be announced to the payer if that is asked. */
public class CreatePayment {

    private final Merchants merchants;
    private final Payers payers;
    private final Payments payments;
    private final PaymentRequests requests;
    private final Events events;
    private final Notices notices;
    private final KeptAnswers answers;
    private final PageLinks links;
    private final PaymentRules rules;
    private final Profiles profiles;
    private final Orders orders;
    private final Clock clock;

    public CreatePayment(
            Merchants merchants,
            Payers payers,
            Payments payments,
            PaymentRequests requests,
            Events events,
            Notices notices,
            KeptAnswers answers,
            PageLinks links,
            PaymentRules rules,
            Profiles profiles,
            Orders orders,
            Clock clock) {
        this.merchants = merchants;
        this.payers = payers;
        this.payments = payments;
        this.requests = requests;
        this.events = events;
        this.notices = notices;
        this.answers = answers;
        this.links = links;
        this.rules = rules;
        this.profiles = profiles;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Creates the payment, or repeats the answer kept under the request's idempotency key.
     *
     * @throws Problem the first rule that the request breaks; then nothing is stored
     */
    public Answer create(NewPayment wish) {
        var draft = wish.draft();
        var unit = draft.unit();
        var now = clock.instant();
        var sale = new Sale(unit.msn(), draft.reference(), unit.settings().directCapture());
        var payment = Payment.forSale(unit.merchant(), Dialect.EPAYMENT, sale, draft.amount(), now);
        var request = request(payment, draft, now);
        var answer = wish.answer().apply(request);
        var earlier = answers.keep(unit.merchant(), wish.key().within(unit.msn()), answer);
        if (earlier.isPresent()) {
            return links.fill(earlier.get());
        }

        var currency = merchants.find(unit.merchant()).orElseThrow().currency();
        var order = OrderId.ofPayment(unit.msn(), draft.reference());
        rules.check(draft, currency, orders.isDescribed(unit.merchant(), order), now);
        var asked = draft.phone().map(phone -> to(phone, request, now)).orElse(request);
        payments.add(payment);
        if (!requests.add(asked)) {
            throw Problem.of(ProblemCode.PAYMENT_EXISTS, "reference");
        }
        draft.terms()
                .receipt()
                .ifPresent(receipt -> orders.add(unit.merchant(), order, UUID.randomUUID(), receipt, now));
        var created = Event.of(
                payment,
                EventType.PAYMENT_CREATED,
                now,
                Map.of(Detail.REQUEST_KEY, wish.key().key()));
        events.record(created);
        remind(created, asked, now);
        return links.fill(answer);
    }

    private PaymentRequest request(Payment payment, PaymentDraft draft, Instant now) {
        return new PaymentRequest(
                payment.id(),
                payment.merchant(),
                draft.unit().msn(),
                draft.reference(),
                draft.flow(),
                draft.phone(),
                draft.phone().isPresent(),
                draft.expiresAt().orElse(now.plus(PaymentRules.LIFE)),
                draft.terms(),
                links.first(payment.id()));
    }

    /** A phone without a wallet names nobody: what is not pushed there is for whoever opens it. */
    private PaymentRequest to(Phone phone, PaymentRequest request, Instant now) {
        var payer = payers.find(phone);
        if (payer.isEmpty() && request.flow() != UserFlow.PUSH_MESSAGE) {
            return request.forAnybody();
        }
        var known = payer.orElseThrow(() -> Problem.of(ProblemCode.PAYER_UNKNOWN, "phone"));
        PaymentRules.checkPayer(known, request.terms(), profiles.find(known.id()), now);
        return request;
    }

    private void remind(Event created, PaymentRequest request, Instant now) {
        if (request.flow() == UserFlow.PUSH_MESSAGE) {
            request.phone().ifPresent(phone -> {
                for (var reminder : PaymentReminder.ALL) {
                    var kind = reminder.kind();
                    var due = reminder.dueAt(request);
                    if (due.isAfter(now)) {
                        notices.plan(Notice.of(created.id(), created.subject(), kind, kind.channel(), phone), due);
                    }
                }
            });
        }
    }
}
