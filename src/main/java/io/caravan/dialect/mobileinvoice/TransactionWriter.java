package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.ProviderPage;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.core.pretransaction.PhoneStatus;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.TransactionStatus;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes transactions. */
final class TransactionWriter {

    private static final String RESOURCE = "transactions";

    private final PreTransactionLinks links;

    TransactionWriter(PreTransactionLinks links) {
        this.links = links;
    }

    Answer one(PartnerTransaction transaction) {
        return Answer.json(200, StrictJson.bytes(body(transaction, transaction.status())));
    }

    Answer several(List<PartnerTransaction> transactions) {
        return Answer.json(
                200,
                StrictJson.bytes(Map.of(
                        RESOURCE,
                        transactions.stream()
                                .map(transaction -> body(transaction, transaction.status()))
                                .toList())));
    }

    /** That it has begun. */
    Answer created(PartnerTransaction transaction, boolean whole) {
        var answer =
                whole ? Answer.json(201, StrictJson.bytes(body(transaction, transaction.status()))) : Answer.empty(204);
        return answer.with("Location", location(transaction));
    }

    /** Where it is found. */
    Answer elsewhere(PartnerTransaction transaction) {
        return Answer.empty(302).with("Location", location(transaction));
    }

    private String location(PartnerTransaction transaction) {
        return links.resource(
                RESOURCE,
                transaction.about().preTransaction().partner(),
                transaction.payment().id());
    }

    /**
     * The transaction as it stood at the time that this tells of: what came later is not in it.
     *
     * @param status at that time
     */
    Map<String, Object> body(PartnerTransaction transaction, TransactionStatus status) {
        var isNow = status == transaction.status();
        var one = transaction.about().preTransaction();
        var payment = transaction.payment();
        var body = new LinkedHashMap<String, Object>();
        body.put("transactionId", payment.id().toString());
        body.put("preTransactionId", one.direct() ? null : one.invoice().toString());
        body.put("partnerId", one.partner());
        body.put("referenceId", one.referenceId().orElse(null));
        body.put("correlationId", one.correlationId().orElse(null));
        body.put("campaignId", one.terms().campaignId().orElse(null));
        body.put("sourceId", one.terms().sourceId().orElse(null));
        body.put("expiryUtc", one.expiresAt().map(PreTransactionWriter::time).orElse(null));
        body.put("currency", payment.amount().currency().getCurrencyCode());
        body.put("amount", payment.amount().amount());
        body.put("paymentProvider", transaction.provider());
        body.put(
                "msisdn",
                transaction.about().invoice().draft().phone().map(Phone::number).orElse(null));
        body.put(
                "paymentEntity",
                payment.bill().map(bill -> bill.phone().number()).orElse(null));
        body.put("description", one.terms().description().orElse(null));
        body.put("ocr", one.terms().ocr().orElse(null));
        body.put("transactionReconRef", one.terms().ocr().orElse(null));
        body.put("returnUrl", one.terms().returnUrl().orElse(null));
        body.put("statusCallbackUrl", one.terms().statusCallbackUrl().orElse(null));
        body.put("createdDateUtc", PreTransactionWriter.time(payment.createdAt()));
        body.put(
                "paymentTransactionId",
                transaction.first().flatMap(Operation::providerReference).orElse(null));
        body.put("status", status.text());
        body.put("success", status.isSuccess());
        body.put("statusCode", isNow ? transaction.statusCode() : status.text());
        body.put(
                "detailedStatusCode",
                transaction
                        .phoneStatus()
                        .filter(any -> isNow)
                        .map(PhoneStatus::detail)
                        .orElse(null));
        body.put("statusDescription", status.description());
        body.put(
                "paymentDateUtc",
                transaction
                        .paidAt()
                        .filter(any -> status.isSuccess())
                        .map(PreTransactionWriter::time)
                        .orElse(null));
        body.put(
                "paymentSetup",
                transaction
                        .first()
                        .filter(any -> isNow)
                        .flatMap(TransactionWriter::setup)
                        .orElse(null));
        body.put("customProperties", one.terms().customProperties());
        body.put(
                "accessedURLDateUtc",
                one.accessedAt().map(PreTransactionWriter::time).orElse(null));
        body.put("smsNotificationSent", transaction.about().sms().sent());
        body.put("smsNotificationDelivered", transaction.about().sms().delivered());
        body.put("smsNotificationParts", transaction.about().sms().parts());
        body.put("mobileInvoiceUrl", one.direct() ? null : links.page(one));
        return body;
    }

    /** How to send the payer's browser on, as long as the provider waits for it. */
    private static Optional<Map<String, Object>> setup(Operation first) {
        return first.page()
                .flatMap(ProviderPage::url)
                .filter(url -> first.state() == OperationState.WAITING)
                .map(url -> Map.of("method", "GET", "url", url.toString(), "fields", Map.of()));
    }
}
