package io.caravan.crash.drill;

import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A MobilePay invoice, direct or behind a link, that is paid, scheduled, refused, canceled, or left alone. */
record InvoiceStory(Parties parties, Caller caller, Journal journal) implements Story {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    private static final String IN_PROGRESS = "10506";
    private static final Set<String> OVER = Set.of("10504", "10505", "10506");

    @Override
    public void live(Random random, int number, String name) {
        var today = LocalDate.now(COPENHAGEN);
        var phone = "+4571" + String.format("%06d", number % 1_000_000);
        var isLink = random.nextInt(4) == 0;
        var body = (isLink ? MerchantClient.link(name, "https://shop.example/") : MerchantClient.body(phone, name))
                .replace("\"TotalAmount\": 360", "\"TotalAmount\": " + (100 + random.nextInt(900)))
                .replace(today.toString(), today.plusDays(20).toString());
        var path = isLink ? "/invoices/link" : "/invoices";
        var id = create(path, body, name);
        if (random.nextInt(10) == 0 && !create(path, body, name).equals(id)) {
            journal.broken("invoice " + name + " was made twice under one key");
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> pay(phone, id, name);
            case 3 -> together(phone, id, name, () -> accept(phone, id, "{}"), "paid");
            case 4, 5 -> schedule(phone, id, today.plusDays(1));
            case 6 -> {
                if (isLink) {
                    pay(phone, id, name);
                } else {
                    definite(caller.insist("reject " + id, () -> reject(phone, id)), 200, id);
                    end(id, "rejected");
                }
            }
            case 7 -> {
                definite(caller.insist("cancel " + id, () -> parties.merchant.cancel(id)), 204, id);
                end(id, "canceled");
            }
            case 8 -> together(phone, id, name, () -> parties.merchant.cancel(id), "paid", "canceled");
            default -> leave(phone, id, isLink);
        }
    }

    private String create(String path, String body, String name) {
        var reply = caller.insist("create " + name, () -> parties.merchant.post(path, body, "Idempotency-Key", name));
        Parties.require(202, reply);
        var id = reply.json().get("InvoiceId").asText();
        journal.accepted("invoice", id);
        return id;
    }

    private void pay(String phone, String id, String name) {
        definite(payNow(phone, id), 200, id);
        end(id, "paid");
        journal.count("paid " + (name.isEmpty() ? "" : "in the wallet"));
    }

    private Http.Reply payNow(String phone, String id) {
        return caller.insist("pay " + id, () -> accept(phone, id, "{}"), reply -> !reply.body()
                .contains(IN_PROGRESS));
    }

    /** Two act at once; each may come too late. */
    private void together(
            String phone, String id, String name, java.util.function.Supplier<Http.Reply> other, String... ends) {
        var second = CompletableFuture.supplyAsync(
                () -> caller.insist("other " + id, other, reply -> !reply.body().contains(IN_PROGRESS)));
        payNow(phone, id);
        second.join();
        end(id, ends);
        journal.count("two at once");
    }

    private void schedule(String phone, String id, LocalDate day) {
        var reply = caller.insist("schedule " + id, () -> accept(phone, id, "{\"PaymentDate\": \"" + day + "\"}"));
        definite(reply, 200, id);
        end(id, "paid");
        journal.count("scheduled");
    }

    private void leave(String phone, String id, boolean isLink) {
        end(id, "created");
        if (!isLink) {
            journal.expect(
                    "push of " + id,
                    () -> parties.site
                                    .ask("/mock/wallet/%2B" + phone.substring(1))
                                    .json()
                                    .findValuesAsText("id")
                                    .contains(id)
                            ? "there"
                            : "missing",
                    List.of("there"));
        }
    }

    private Http.Reply accept(String phone, String id, String body) {
        return parties.wallet(phone, "/invoices/" + id + "/accept", body);
    }

    private Http.Reply reject(String phone, String id) {
        return parties.wallet(phone, "/invoices/" + id + "/reject", "");
    }

    private void end(String id, String... statuses) {
        journal.expect("invoice " + id, () -> parties.merchant.status(id), List.of(statuses));
    }

    /** After a lost answer the second request may learn that the first has done it. */
    private void definite(Http.Reply reply, int status, String id) {
        if (reply.status() != status && OVER.stream().noneMatch(reply.body()::contains)) {
            journal.broken("invoice " + id + ": " + reply.status() + " " + reply.body());
        }
    }
}
