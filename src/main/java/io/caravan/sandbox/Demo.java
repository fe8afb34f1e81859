package io.caravan.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.core.io.ClassPathResource;

/** The main job, played once over HTTP for a newcomer to read: an invoice is created, reaches the payer, and is paid. */
public final class Demo {

    private static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";
    private static final String PHONE = "+4577007700";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoClient service;
    private final DemoClient mocks;
    private final Clock clock;
    private final PrintStream out;

    /** Tells what it does on {@code out}. */
    public Demo(DemoClient service, DemoClient mocks, Clock clock, PrintStream out) {
        this.service = service;
        this.mocks = mocks;
        this.clock = clock;
        this.out = out;
    }

    /** Plays the main job and answers whether all of it went well; says plainly what did not. */
    public boolean play(String invoiceNumber) {
        try {
            say("", "Caravan plays the main job once. You can do the same by hand: see README.md.", "");
            var token = fetchToken();
            var invoice = createInvoice(token, invoiceNumber);
            push(invoice);
            callback(invoice, "Created");
            pay(invoice);
            callback(invoice, "Paid");
            say("", "Done. Look around:");
            say("  phone of the payer   " + service.address("/mock/wallet/%2B" + PHONE.substring(1)));
            say("  mail of the merchant " + service.address("/mock/merchant"), "");
            return true;
        } catch (IOException | IllegalStateException e) {
            say("", "The demo stopped: " + e.getMessage(), "The service goes on. The log tells more.", "");
            return false;
        }
    }

    private String fetchToken() throws IOException {
        say("1. The merchant fetches a token        POST /oauth2/token");
        var token = service.token("sandbox-dk", "sandbox-dk-secret");
        say("   200  a token for one hour");
        return token;
    }

    private String createInvoice(String token, String invoiceNumber) throws IOException {
        say("2. The merchant sends an invoice       POST /api/v1/merchants/{merchantId}/invoices");
        var reply = service.post(
                "/api/v1/merchants/" + MERCHANT + "/invoices",
                request(invoiceNumber).toString(),
                "Authorization",
                "Bearer " + token);
        say("   " + reply.status() + "  " + reply.body());
        if (reply.status() != 202) {
            throw new IllegalStateException("the invoice was not accepted");
        }
        return JSON.readTree(reply.body()).get("InvoiceId").asText();
    }

    private void push(String invoice) {
        say("3. The invoice reaches the payer       push to the wallet of " + PHONE);
        var item = await("the push", () -> waiting(invoice));
        say("   \"" + item.get("title").asText() + "\", "
                + item.get("amount").decimalValue().setScale(2, RoundingMode.UNNECESSARY) + " "
                + item.get("currency").asText());
    }

    private void callback(String invoice, String status) {
        say((status.equals("Created") ? "4" : "6") + ". The merchant is told                callback " + status);
        var received = await("the callback " + status, () -> received(invoice, status));
        if (!received.get("signatureValid").asBoolean()) {
            throw new IllegalStateException("the signature of the callback is not valid");
        }
        say("   " + received.get("body").asText());
        say("   signature valid, " + received.get("headers").get("webhook-id").asText());
    }

    private void pay(String invoice) throws IOException {
        say("5. The payer pays                      button \"Pay\" in the wallet");
        var reply = mocks.post("/mock/wallet/%2B" + PHONE.substring(1) + "/" + invoice + "/pay", "");
        say("   " + reply.status() + "  " + reply.body());
        if (reply.status() != 200) {
            throw new IllegalStateException("the invoice was not paid");
        }
    }

    /** The documented request, dates moved so that it is issued today. */
    private ObjectNode request(String invoiceNumber) throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Copenhagen"));
        try (var file = new ClassPathResource("sandbox/invoice-direct.json").getInputStream()) {
            return ((ObjectNode) JSON.readTree(file))
                    .put("InvoiceNumber", invoiceNumber)
                    .put("IssueDate", today.toString())
                    .put("OrderDate", today.minusDays(7).toString())
                    .put("DeliveryDate", today.minusDays(2).toString())
                    .put("DueDate", today.plusDays(28).toString());
        }
    }

    private Optional<JsonNode> waiting(String invoice) {
        return find(
                "/mock/wallet/%2B" + PHONE.substring(1),
                item -> item.path("id").asText().equals(invoice));
    }

    private Optional<JsonNode> received(String invoice, String status) {
        return find("/mock/merchant/received", callback -> {
            var body = callback.path("body").asText();
            return body.contains(invoice) && body.contains("\"" + status + "\"");
        });
    }

    private Optional<JsonNode> find(String path, java.util.function.Predicate<JsonNode> wanted) {
        try {
            for (var one : JSON.readTree(mocks.get(path).body())) {
                if (wanted.test(one)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static <T> T await(String what, Supplier<Optional<T>> source) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var found = source.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException(what + " has not come within " + PATIENCE.toSeconds() + " s");
    }

    private void say(String... lines) {
        for (var line : lines) {
            out.println(line);
        }
    }
}
