package io.caravan.bench;

import io.caravan.support.Http;
import io.caravan.support.PartnerClient;
import io.caravan.support.SalesUnitClient;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;

/** One create of each dialect, and the table by which its transaction is known in the database's log. */
record Dialects(String name, String table, IntFunction<Http.Reply> create) {

    /** All but MobilePay's, which has a path of its own. */
    static List<Dialects> others(Service service) {
        var shop = new SalesUnitClient(service::uri, "no");
        var partner = new PartnerClient(service::uri, 1, "c2FuZGJveC1kay1obWFjLWtleQ==");
        return List.of(
                new Dialects(
                        "Mobile Invoice",
                        "pre_transaction",
                        i -> partner.post("/api/pre-transactions", preTransaction())),
                new Dialects(
                        "ePayment",
                        "payment_request",
                        i -> shop.send(
                                "POST",
                                "/epayment/v1/payments",
                                payment(i),
                                "Idempotency-Key",
                                UUID.randomUUID().toString())),
                new Dialects(
                        "payment invoices",
                        "payment_invoice",
                        i -> Http.send(
                                "POST",
                                service.uri("/payment-invoices"),
                                paymentInvoice(),
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                basic("coma_sandboxDK00000001:key-dk"))));
    }

    void create(int count) {
        for (var i = 0; i < count; i++) {
            var reply = create.apply(i);
            if (reply.status() / 100 != 2) {
                throw new IllegalStateException(name + " answered " + reply.status() + " " + reply.body());
            }
        }
    }

    private static String preTransaction() {
        return """
                {"partnerId": 1, "currency": "DKK", "amount": "50.00", "paymentProviders": ["card", "wallet"],
                 "sendSms": false, "referenceId": "%s"}"""
                .formatted("bench-" + UUID.randomUUID().toString().substring(0, 18));
    }

    private static String payment(int n) {
        return """
                {"amount": {"currency": "NOK", "value": 4900}, "paymentMethod": {"type": "WALLET"},
                 "customer": {"phoneNumber": "47913%05d"}, "reference": "bench-%s", "userFlow": "PUSH_MESSAGE",
                 "paymentDescription": "One pair of socks"}"""
                .formatted(n, UUID.randomUUID());
    }

    private static String paymentInvoice() {
        return """
                {"data":{"type":"payment-invoices","attributes":{"amount":10,"test_mode":true,"currency":"EUR",
                "service":"sepa_qr_eur_invoice","flow":"charge","options":{}}}}""";
    }

    private static String basic(String credential) {
        return "Basic " + Base64.getEncoder().encodeToString(credential.getBytes());
    }
}
