package io.caravan.crash.drill;

import io.caravan.support.Http;
import io.caravan.support.PartnerScene;
import java.net.URI;
import java.util.List;
import java.util.Random;

/** An invoice of the Mobile Invoice API that is paid by card on its page, or left in an SMS; or a phone bill. */
record PreTransactionStory(Parties parties, Caller caller, Journal journal) implements Story {

    @Override
    public void live(Random random, int number, String name) {
        var phone = "+45713" + String.format("%05d", number % 100_000);
        if (random.nextInt(3) == 0) {
            billPhone(random, phone, name);
            return;
        }
        var bySms = random.nextInt(3) == 0;
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": "%d.50", "paymentProviders": ["card", "wallet"],
                 "referenceId": "%s"%s}"""
                        .formatted(20 + random.nextInt(100), name, bySms ? ", \"msisdn\": \"" + phone + "\"" : "");
        var reply = caller.insist(
                "create " + name, () -> parties.partner.post("/api/pre-transactions", body, "Idempotency-Key", name));
        Parties.require(204, reply);
        var location = reply.headers().firstValue("Location").orElseThrow();
        var id = location.substring(location.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
        journal.accepted("pre-transaction", id);
        if (!bySms || random.nextInt(4) > 0) {
            payByCard(id, name);
        } else {
            journal.expect(
                    "SMS of " + name,
                    () -> parties.site
                                    .ask("/mock/sms/%2B" + phone.substring(1))
                                    .body()
                                    .contains("http")
                            ? "there"
                            : "missing",
                    List.of("there"));
        }
    }

    /** Tries until it is paid, as somebody does whose browser shows errors now and then. */
    private void payByCard(String id, String name) {
        caller.await("payment of " + name, () -> tryCard(id, name), "CaptureOk"::equals);
        journal.expect("pre-transaction " + name, () -> status(name), List.of("CaptureOk"));
        journal.count("paid by card");
    }

    private String tryCard(String id, String name) {
        var before = parties.asMerchant("/api/transactions?partnerId=1&referenceId=" + name);
        if (before.status() == 200 && before.json().path("status").asText().equals("CaptureOk")) {
            return "CaptureOk";
        }
        var led = Http.get(parties.uri("/pre-transactions/1/" + id));
        var page = parties.uri(
                URI.create(led.headers().firstValue("Location").orElseThrow()).getPath());
        var form = PartnerScene.cardForm(page);
        var session = PartnerScene.acquirersPage(PartnerScene.sendCardForm(page, form))
                .getPath();
        var paid = parties.outside(
                "/mock/psp/payments/" + session.substring(session.lastIndexOf('/') + 1) + "/pay",
                "{\"card\": \"4111111111111111\"}");
        Http.get(parties.uri(URI.create(paid.json().get("returnUrl").asText()).getPath()));
        return status(name);
    }

    private void billPhone(Random random, String phone, String name) {
        var body =
                """
                {"partnerId": 1, "currency": "DKK", "amount": "%d.50", "paymentProvider": "phone", "referenceId": "%s",
                 "paymentEntity": "%s"}"""
                        .formatted(10 + random.nextInt(50), name, phone);
        var reply = caller.insist(
                "bill " + name,
                () -> parties.partner.post(
                        "/api/transactions", body, "Prefer", "return=representation", "Idempotency-Key", name));
        Parties.require(201, reply);
        journal.accepted("phone bill", name);
        var agrees = random.nextInt(4) > 0;
        var address = "/mock/carrier/phones/%2B" + phone.substring(1);
        var asked = caller.await(
                "SMS of the carrier for " + name,
                () -> parties.site.ask(address).json().findValuesAsText("id"),
                all -> !all.isEmpty());
        asked.forEach(sms -> parties.outside(address + "/" + sms + (agrees ? "/ok" : "/no"), ""));
        journal.expect(
                "phone bill " + name,
                () -> parties.asMerchant("/api/transactions?partnerId=1&referenceId=" + name)
                        .json()
                        .get("statusCode")
                        .asText(),
                List.of(agrees ? "Ok" : "Failed"));
        journal.count(agrees ? "paid by phone" : "refused by phone");
    }

    private String status(String name) {
        return parties.asMerchant("/api/transactions?partnerId=1&referenceId=" + name)
                .json()
                .get("status")
                .asText();
    }
}
