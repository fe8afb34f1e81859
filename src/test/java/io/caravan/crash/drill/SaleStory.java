package io.caravan.crash.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A payment of the ePayment API with its order: approved, captured in parts, given back, canceled, or not approved. */
record SaleStory(Parties parties, Shop shop, Caller caller, Journal journal) implements Story {

    private static final String PAYMENTS = "/epayment/v1/payments";

    /** Refunds that the mock acquirer refuses. */
    private static final Set<Integer> REFUSED = Set.of(123, 124);

    /** What a sales unit has been told that its payment has come to. */
    private record Sums(int captured, int refunded, int cancelled) {}

    @Override
    public void live(Random random, int number, String name) {
        var phone = shop.phone(number);
        var amount = 1000 + 10 * random.nextInt(200);
        var body =
                """
                {"amount":{"currency":"%s","value":%d},"customer":{"phoneNumber":%s},"paymentMethod":{"type":"wallet"},
                "reference":"%s","userFlow":"PUSH_MESSAGE"}"""
                        .formatted(shop.currency(), amount, phone.substring(1), name);
        var orders = new Orders(shop.program(), caller, journal);
        if (random.nextInt(4) == 0) {
            orders.describe(random, name);
        }
        var created = caller.insist("create " + name, () -> send("", body, name));
        Parties.require(201, created);
        journal.accepted("sale", name);
        switch (random.nextInt(8)) {
            case 0 -> {
                act(phone, name, "reject");
                end(name, "ABORTED", new Sums(0, 0, 0));
            }
            case 1 -> {
                adjust(name, "cancel", "", 0);
                end(name, "TERMINATED", new Sums(0, 0, amount));
            }
            case 2 -> end(name, "EXPIRED", new Sums(0, 0, 0));
            default -> {
                act(phone, name, "approve");
                awaitAuthorized(name);
                end(name, "AUTHORIZED", move(random, name, amount));
                if (random.nextInt(4) == 0) {
                    orders.describe(random, "paid-" + name);
                }
            }
        }
    }

    /** Who approves again after a lost answer hears that it is under way; merchants capture when it is done. */
    private void awaitAuthorized(String name) {
        caller.await(
                "approval of " + name,
                () -> shop.program()
                        .get(PAYMENTS + "/" + name)
                        .json()
                        .get("state")
                        .asText(),
                "AUTHORIZED"::equals);
    }

    /** Captures, gives back and cancels in some way. */
    private Sums move(Random random, String name, int amount) {
        int captured = 0;
        for (int part = random.nextInt(4); part > 0; part--) {
            var some = 1 + random.nextInt((amount - captured) / (part + 1));
            adjust(name, "capture", "c" + part, some);
            captured += some;
        }
        int refunded = 0;
        if (captured > 1 && random.nextBoolean()) {
            refunded = 1 + random.nextInt(captured - 1);
            refunded -= REFUSED.contains(refunded) ? 2 : 0;
            adjust(name, "refund", "r", refunded);
        }
        var cancels = captured == 0 || random.nextBoolean();
        if (cancels) {
            adjust(name, "cancel", "", 0);
        }
        return new Sums(captured, refunded, cancels ? amount - captured : 0);
    }

    private void act(String phone, String name, String verb) {
        var id = caller.insist("look at " + name, () -> shop.program().get(PAYMENTS + "/" + name))
                .json()
                .get("pspReference")
                .asText();
        var reply = caller.insist(verb + " " + name, () -> parties.wallet(phone, "/payments/" + id + "/" + verb, "{}"));
        if (reply.status() != 200 && reply.status() != 409) {
            journal.broken(verb + " of " + name + ": " + reply.status() + " " + reply.body());
        }
        journal.count("sales " + (verb.equals("approve") ? "approved" : "refused"));
    }

    private void adjust(String name, String verb, String key, int amount) {
        var body = amount == 0
                ? ""
                : "{\"modificationAmount\":{\"currency\":\"" + shop.currency() + "\",\"value\":" + amount + "}}";
        var reply = caller.insist(verb + " " + name, () -> send("/" + name + "/" + verb, body, verb + key + name));
        if (reply.status() != 200) {
            journal.broken(verb + " of " + name + ": " + reply.status() + " " + reply.body());
        }
        journal.count(verb + "s");
    }

    private Http.Reply send(String path, String body, String key) {
        return shop.program().send("POST", PAYMENTS + path, body, "Idempotency-Key", key);
    }

    private void end(String name, String state, Sums sums) {
        journal.expect("sale " + name, () -> {
            var shown = shop.program().get(PAYMENTS + "/" + name).json();
            var aggregate = shown.get("aggregate");
            var now = shown.get("state").asText() + " "
                    + new Sums(
                            value(aggregate, "capturedAmount"),
                            value(aggregate, "refundedAmount"),
                            value(aggregate, "cancelledAmount"));
            var expected = state + " " + sums;
            return now.equals(expected) ? Optional.empty() : Optional.of("is " + now + " and should be " + expected);
        });
    }

    private static int value(JsonNode aggregate, String name) {
        return aggregate.at("/" + name + "/value").asInt();
    }
}
