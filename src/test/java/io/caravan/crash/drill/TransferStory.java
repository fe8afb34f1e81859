package io.caravan.crash.drill;

import io.caravan.support.Http;
import java.util.List;
import java.util.Random;

/** A payment invoice that is paid by a transfer, in full or less, once or twice, and given back in part. */
record TransferStory(Parties parties, Caller caller, Journal journal, Receiver receiver) implements Story {

    @Override
    public void live(Random random, int number, String name) {
        var amount = 10 + random.nextInt(90);
        var body =
                """
                {"data":{"type":"payment-invoices","attributes":{"reference_id":"%s","amount":%d,"test_mode":true,
                "currency":"EUR","service":"sepa_qr_eur_invoice","flow":"charge","callback_url":"%s"}}}"""
                        .formatted(name, amount, receiver.uri("paymentinvoices"));
        var created = caller.insist("create " + name, () -> parties.account("POST", "/payment-invoices", body));
        if (created.status() != 200 && created.status() != 201) {
            throw new IllegalStateException(created.status() + " " + created.body());
        }
        var data = created.json().get("data");
        var id = data.get("id").asText();
        journal.accepted("payment invoice", id);
        var reference = data.at("/attributes/flow_data/requisites/reference").asText();
        switch (random.nextInt(5)) {
            case 0 -> end(id, "process_pending");
            case 1 -> {
                transfer(reference, amount - 1);
                end(id, "partially_processed");
            }
            case 2 -> {
                transfer(reference, amount);
                transfer(reference, amount);
                end(id, "processed");
            }
            case 3 -> {
                transfer(reference, amount);
                end(id, "processed");
            }
            default -> {
                transfer(reference, amount);
                caller.await("processing of " + name, () -> status(id), "processed"::equals);
                refund(id, name, amount / 2);
                end(id, "partially_refunded");
            }
        }
    }

    private void transfer(String reference, int amount) {
        var came = parties.outside(
                "/mock/bank/transfers",
                "{\"reference\":\"%s\",\"amount\":%d,\"currency\":\"EUR\"}".formatted(reference, amount));
        Parties.require(201, came);
        journal.count("transfers");
    }

    private void refund(String id, String name, int amount) {
        var body =
                "{\"data\":{\"type\":\"refund\",\"attributes\":{\"invoiceId\":\"%s\",\"amount\":%d,\"reference_id\":\"rf-%s\"}}}"
                        .formatted(id, amount, name);
        Http.Reply reply = caller.insist(
                "refund of " + name, () -> parties.account("POST", "/payment-invoices/" + id + "/refund", body));
        if (reply.status() != 200 && reply.status() != 201) {
            journal.broken("refund of " + name + ": " + reply.status() + " " + reply.body());
        }
        journal.count("refunds of transfers");
    }

    private void end(String id, String status) {
        journal.expect("payment invoice " + id, () -> status(id), List.of(status));
    }

    private String status(String id) {
        return parties.account("GET", "/payment-invoices/" + id, "")
                .json()
                .at("/data/attributes/status")
                .asText();
    }
}
