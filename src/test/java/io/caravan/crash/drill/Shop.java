package io.caravan.crash.drill;

import io.caravan.support.SalesUnitClient;

/**
 * A sales unit of the ePayment API; of Vipps in Norway, of MobilePay in Denmark.
 *
 * @param currency in which it sells
 * @param phones how the numbers of its payers begin
 */
record Shop(SalesUnitClient program, String currency, String phones) {

    String phone(int number) {
        return phones + String.format("%06d", number % 1_000_000);
    }

    /** Has its callbacks sent to the receiver. */
    void register(Receiver receiver) {
        var place = "epayment-" + currency;
        var made = program.send(
                "POST",
                "/webhooks/v1/webhooks",
                """
                {"url": "%s", "events": ["epayments.payment.created.v1", "epayments.payment.authorized.v1",
                "epayments.payment.aborted.v1", "epayments.payment.expired.v1", "epayments.payment.terminated.v1",
                "epayments.payment.captured.v1", "epayments.payment.refunded.v1", "epayments.payment.cancelled.v1"]}"""
                        .formatted(receiver.uri(place)));
        Parties.require(201, made);
        receiver.salesUnitSecret(place, made.json().get("secret").asText());
    }
}
