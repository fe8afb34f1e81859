package io.caravan.usecase.pretransaction;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.KeptAnswers;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.event.Events;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageLinks;
import io.caravan.core.payer.Payers;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.Payments;
import io.caravan.core.payment.SessionRequest;
import io.caravan.core.pretransaction.DirectRequest;
import io.caravan.core.pretransaction.PaymentChoices;
import io.caravan.core.problem.Problem;
import io.caravan.usecase.payment.StartSession;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Begins a payment for a partner that knows how it will be paid. Under the same key it begins once. */
public class StartTransaction {

    /** The header in which a kept answer has what was begun. */
    private static final String VISIT = "Visit";

    private final PageLinks links;
    private final Payments payments;
    private final PaymentChoices choices;
    private final KeptAnswers answers;
    private final NewPreTransactions created;
    private final StartSession startSession;
    private final StartBilling startBilling;

    public StartTransaction(
            NewPreTransactions created,
            Merchants merchants,
            Payers payers,
            Invoices invoices,
            Payments payments,
            PaymentChoices choices,
            PageLinks links,
            Events events,
            KeptAnswers answers,
            BillingTerms billing,
            Clock businessTime,
            Clock realTime) {
        this.created = created;
        this.links = links;
        this.payments = payments;
        this.choices = choices;
        this.answers = answers;
        this.startSession = new StartSession(merchants, payers, invoices, payments, events, businessTime);
        this.startBilling = new StartBilling(merchants, invoices, payments, events, billing, businessTime, realTime);
    }

    /**
     * The reservation or charge, which has yet to be sent to its provider unless it was begun before.
     *
     * @throws Problem INVOICE_EXISTS if its reference has been used, or what is wrong with the partner's issuer
     * @throws io.caravan.core.problem.InvalidInput if phone bills do not take its currency
     * @throws io.caravan.core.problem.Busy if the owner of its phone has been asked too often
     */
    public OperationId start(DirectRequest request) {
        var visit = UUID.randomUUID();
        return request.key().flatMap(key -> begun(request, key, visit)).orElseGet(() -> begin(request, visit));
    }

    private OperationId begin(DirectRequest request, UUID visit) {
        created.check(request.draft());
        var made = created.make(request.merchant(), request.draft(), true);
        created.store(made, request.merchant(), request.callbacks());
        var invoice = made.invoice().id();
        var operation = request.bill()
                .map(bill -> startBilling.start(new BillingRequest(invoice, bill)))
                .orElseGet(() -> startSession.start(session(invoice, visit)));
        choices.add(
                payments.operation(operation).orElseThrow().payment(),
                request.draft().terms().providers().get(0),
                visit);
        return operation;
    }

    private SessionRequest session(InvoiceId invoice, UUID visit) {
        var back = URI.create(links.href(links.first(invoice)) + "/payments/" + visit);
        return new SessionRequest(invoice, Optional.empty(), back);
    }

    private Optional<OperationId> begun(DirectRequest request, RequestKey key, UUID visit) {
        return answers.keep(request.merchant().id(), key, Answer.empty(204).with(VISIT, visit.toString()))
                .map(kept -> UUID.fromString(kept.headers().get(VISIT)))
                .flatMap(choices::find)
                .flatMap(payment -> payments.operations(payment).stream()
                        .filter(operation ->
                                operation.kind() == OperationKind.AUTHORIZE || operation.kind() == OperationKind.CHARGE)
                        .map(operation -> operation.id())
                        .findFirst());
    }
}
