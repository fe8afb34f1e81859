package io.caravan.core.pretransaction;

import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Operation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What templates of a pre-transaction may name. Its properties win over custom ones of the same name. */
public final class PreTransactionValues implements Function<String, Optional<String>> {

    private final Map<String, String> values = new HashMap<>();

    /** @param page the address that {@code paymentSelectionPageUrl} stands for */
    public PreTransactionValues(PreTransactionDetails details, String page) {
        var one = details.preTransaction();
        var draft = details.invoice().draft();
        one.terms().customProperties().forEach(this::put);
        put("preTransactionId", one.invoice());
        put("partnerId", one.partner());
        put("referenceId", one.referenceId());
        put("correlationId", one.correlationId());
        put("msisdn", draft.phone().map(Phone::number));
        put("currency", draft.total().currency().getCurrencyCode());
        put("amount", draft.total().amount().toPlainString());
        put("description", one.terms().description());
        put("ocr", one.terms().ocr());
        put("transactionReconRef", one.terms().ocr());
        put("campaignId", one.terms().campaignId());
        put("sourceId", one.terms().sourceId());
        put("expiryUtc", one.expiresAt().map(PreTransactionValues::time));
        put("smsNotificationSent", details.sms().sent());
        put("smsNotificationDelivered", details.sms().delivered());
        put("smsNotificationParts", details.sms().parts());
        put("returnUrl", one.terms().returnUrl());
        put("accessedURLDateUtc", one.accessedAt().map(PreTransactionValues::time));
        put("mobileInvoiceUrl", page);
        put("paymentSelectionPageUrl", page);
    }

    /** With what is known of a transaction. */
    public PreTransactionValues with(PartnerTransaction transaction) {
        put("transactionId", transaction.payment().id());
        put("status", transaction.status().text());
        put("success", transaction.status().isSuccess());
        put("statusCode", transaction.statusCode());
        put("detailedStatusCode", transaction.phoneStatus().map(PhoneStatus::detail));
        put("statusDescription", transaction.status().description());
        put("createdDateUtc", time(transaction.payment().createdAt()));
        put("paymentDateUtc", transaction.paidAt().map(PreTransactionValues::time));
        put("paymentTransactionId", transaction.first().flatMap(Operation::providerReference));
        put("paymentType", transaction.provider());
        put("paymentProvider", transaction.provider());
        return this;
    }

    private void put(String name, Optional<?> value) {
        value.ifPresent(known -> put(name, known));
    }

    private void put(String name, Object value) {
        values.put(name.toLowerCase(Locale.ROOT), value.toString());
    }

    private static Instant time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @param name in lower case */
    @Override
    public Optional<String> apply(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
