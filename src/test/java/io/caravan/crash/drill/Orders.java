package io.caravan.crash.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.SalesUnitClient;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** What a sales unit tells payers of an order: a link that may change or go, and a receipt that never changes. */
record Orders(SalesUnitClient program, Caller caller, Journal journal) {

    private static final String V2 = "/order-management/v2/ecom";
    private static final String V3 = "/order-management/v3/categories";

    /** Links the order, and gives it a receipt: one program alone, or two at once with different ones. */
    void describe(Random random, String order) {
        link(order, "first");
        if (random.nextInt(3) == 0) {
            unlink(order);
        } else {
            var changes = random.nextBoolean();
            if (changes) {
                link(order, "second");
            }
            journal.accepted("link", order);
            expectLink(order, changes ? "second" : "first");
        }
        var total = 100 + random.nextInt(900);
        if (random.nextInt(3) == 0) {
            twoReceipts(order, total);
        } else {
            give(order, total);
            expectReceipt(order, List.of(total));
        }
        journal.accepted("receipt", order);
    }

    private void link(String order, String which) {
        var body = "{\"category\":\"GENERAL\",\"orderDetailsUrl\":\"%s\"}".formatted(url(order, which));
        var reply = caller.insist("link " + order, () -> program.send("PUT", V2 + "/categories/" + order, body));
        Parties.require(200, reply);
    }

    private void unlink(String order) {
        links(order).forEach(id -> {
            var reply = caller.insist("unlink " + order, () -> program.send("DELETE", V3 + "/" + id, ""));
            if (reply.status() != 200 && reply.status() != 404) {
                journal.broken("link of order " + order + ": " + reply.status() + " " + reply.body());
            }
        });
        journal.expect(
                "links of order " + order, () -> String.valueOf(links(order).size()), List.of("0"));
        journal.count("links taken away");
    }

    private List<String> links(String order) {
        var all = caller.insist("links of " + order, () -> program.get(V3 + "?orderId=" + order));
        return all.json().findValuesAsText("categoryId");
    }

    /** Whether this receipt was taken, as far as the program was told. */
    private boolean give(String order, int total) {
        var reply = caller.insist(
                "receipt " + order, () -> program.send("POST", V2 + "/receipts/" + order, receipt(total)));
        if (reply.status() != 201 && reply.status() != 409) {
            journal.broken("receipt of order " + order + ": " + reply.status() + " " + reply.body());
        }
        return reply.status() == 201;
    }

    /** After a lost answer both may hear that there is one; never may both be told that theirs was taken. */
    private void twoReceipts(String order, int total) {
        var other = CompletableFuture.supplyAsync(() -> give(order, total + 1));
        var first = give(order, total);
        var second = other.join();
        if (first && second) {
            journal.broken("order " + order + " has taken two receipts");
        }
        expectReceipt(order, first == second ? List.of(total, total + 1) : List.of(first ? total : total + 1));
        journal.count("two receipts at once");
    }

    private void expectLink(String order, String which) {
        journal.expect(
                "link of order " + order,
                () -> show(order).at("/category/orderDetailsUrl").asText(),
                List.of(url(order, which)));
    }

    private void expectReceipt(String order, List<Integer> totals) {
        journal.expect("receipt of order " + order, () -> {
            var lines = show(order).at("/receipt/orderLines");
            var total = StreamSupport.stream(lines.spliterator(), false)
                    .mapToInt(line -> line.get("totalAmount").asInt())
                    .sum();
            return lines.size() == 2 && totals.contains(total)
                    ? Optional.empty()
                    : Optional.of("is " + lines + " and should come to one of " + totals);
        });
    }

    private JsonNode show(String order) {
        Http.Reply shown = program.get(V2 + "/" + order);
        Parties.require(200, shown);
        return shown.json();
    }

    private static String url(String order, String which) {
        return "https://shop.example/" + order + "/" + which;
    }

    private static String receipt(int total) {
        return """
                {"orderLines":[{"name":"Board","id":"1","totalAmount":%d,"totalAmountExcludingTax":%d,
                "totalTaxAmount":0,"taxPercentage":0},{"name":"Wax","id":"2","totalAmount":10,
                "totalAmountExcludingTax":10,"totalTaxAmount":0,"taxPercentage":0}],"bottomLine":{"currency":"NOK"}}"""
                .formatted(total - 10, total - 10);
    }
}
