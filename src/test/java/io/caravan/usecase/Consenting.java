package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.now;

import io.caravan.PaymentWorld;
import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentAnswer;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.ConsentRequest;
import io.caravan.core.consent.OwnConsent;
import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.Outcome;
import io.caravan.store.Database;
import io.caravan.store.JdbcKeptAnswers;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.consent.AnswerConsent;
import io.caravan.usecase.consent.DeleteConsent;
import io.caravan.usecase.consent.FindConsent;
import io.caravan.usecase.consent.ListConsents;
import io.caravan.usecase.consent.RequestConsent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A merchant who asks for consents, and payers who answer. */
final class Consenting {

    final PaymentWorld world;
    final RequestConsent requestConsent;
    final AnswerConsent answerConsent;
    final FindConsent findConsent;
    final ListConsents listConsents;
    final DeleteConsent deleteConsent;

    Consenting(Database database) {
        world = new PaymentWorld(database);
        var answers = new JdbcKeptAnswers(new TransactionalJdbc(world.jdbc.getDataSource()), database, world.realTime);
        requestConsent = world.transactions(new RequestConsent(
                world.invoices,
                world.consents,
                world.schedules,
                world.consentQuestions,
                world.events,
                answers,
                world.businessTime));
        answerConsent =
                world.transactions(new AnswerConsent(world.payers, world.consents, world.events, world.businessTime));
        findConsent = world.transactions(new FindConsent(world.consents));
        listConsents = world.transactions(new ListConsents(world.merchants, world.consents));
        deleteConsent = world.transactions(new DeleteConsent(world.consents, world.events, world.businessTime));
    }

    /** A link that is due in a week; the payer's number is on it. */
    InvoiceId aLink(Payer payer) {
        return world.anInvoice(payer, TODAY.plusDays(7), Delivery.LINK);
    }

    ConsentId request(InvoiceId invoice) {
        return ConsentId.parse(request(invoice, Optional.empty())).orElseThrow();
    }

    /** The id of the consent, as it stands in the answer. */
    String request(InvoiceId invoice, Optional<RequestKey> key) {
        var answer = requestConsent.request(new ConsentRequest(
                new OwnInvoice(merchant(), invoice), key, consent -> Answer.json(201, bytes(consent))));
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Consent consent) {
        return consent.id().toString().getBytes(StandardCharsets.UTF_8);
    }

    void pay(Payer payer, InvoiceId invoice) {
        var charge = world.startPayment.start(now(payer, invoice));
        world.settleOperation.settle(charge, 0, Outcome.done("ch_" + charge));
    }

    String answer(Payer payer, ConsentId consent, boolean granted) {
        answerConsent.answer(new ConsentAnswer(payer.id(), consent, granted));
        return granted ? "granted" : "denied";
    }

    /** Of a link that this payer has paid. */
    ConsentId granted(Payer payer) {
        var invoice = aLink(payer);
        var consent = request(invoice);
        pay(payer, invoice);
        answer(payer, consent, true);
        return consent;
    }

    Consent find(ConsentId id) {
        return findConsent.find(new OwnConsent(merchant(), id));
    }

    ConsentList.Page list(Optional<ConsentId> after) {
        return listConsents.list(new ConsentList(merchant(), world.issuer, after));
    }

    Merchant merchant() {
        return world.inTransaction(() -> world.merchants.find(world.merchant)).orElseThrow();
    }
}
