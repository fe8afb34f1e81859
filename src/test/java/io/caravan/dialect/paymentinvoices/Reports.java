package io.caravan.dialect.paymentinvoices;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import io.caravan.core.event.EventType;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Moved;
import io.caravan.core.payment.Payment;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.payment.StatementText;
import io.caravan.core.paymentinvoice.Customer;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.GivenConfirmation;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Refund;
import io.caravan.core.paymentinvoice.Requisites;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The payment of the API's documentation, as it may stand. */
final class Reports {

    static final Currency UAH = Currency.getInstance("UAH");
    static final MerchantId MERCHANT = new MerchantId(UUID.fromString("f3dd9011-d930-4063-901d-2a47621e5b76"));
    static final PaymentInvoiceId ID = new PaymentInvoiceId("cpi_UoIW6RdSYyIRj8vR");
    static final Service SERVICE = new Service(
            "test_uah_invoice",
            "test",
            Optional.of("https://static.openfintech.io/payment_methods/test/logo.png"),
            ServiceKind.RECEIPT,
            UAH,
            new Money(100, UAH),
            new Money(350_000_000, UAH),
            List.of(),
            List.of(
                    new Field("invoice_receipt_number", true, "^\\d{1,100}$"),
                    new Field("message", true, "^.{1,100}$")),
            true,
            "bank",
            true,
            Map.of());

    private static final Instant CREATED = Instant.ofEpochSecond(1_764_077_421);
    private static final Money AMOUNT = new Money(212_668, UAH);

    private Reports() {}

    static PaymentInvoiceReport created() {
        return report(
                payment(PaymentStatus.CREATED, 0, 0), Optional.of(SERVICE), terms(), false, List.of(), created(1));
    }

    static PaymentInvoiceReport unchosen() {
        return report(payment(PaymentStatus.CREATED, 0, 0), Optional.empty(), terms(), false, List.of(), List.of());
    }

    static PaymentInvoiceReport failed() {
        var events = new ArrayList<>(created(1));
        events.add(event(1, EventType.PAYMENT_FAILED, 29));
        var report =
                report(payment(PaymentStatus.FAILED, 0, 0), Optional.of(SERVICE), terms(), false, List.of(), events);
        return new PaymentInvoiceReport(
                report.invoice().refused("insufficient_funds"),
                report.service(),
                report.payment(),
                report.events(),
                List.of(),
                report.callbackUrl());
    }

    static PaymentInvoiceReport refunded(Refund refund) {
        var events = new ArrayList<>(created(1));
        events.add(event(1, EventType.PAYMENT_CAPTURED, 29));
        events.add(event(2, EventType.PAYMENT_REFUNDED, 79));
        var terms = terms();
        return report(
                payment(PaymentStatus.AUTHORIZED, AMOUNT.minor(), 10_000),
                Optional.of(SERVICE),
                new PaymentInvoiceTerms(
                        Optional.of("Two boards"),
                        Optional.of("{\"basket\":7}"),
                        Map.of(),
                        Optional.empty(),
                        terms.returnUrls(),
                        terms.callbackUrl(),
                        Optional.of(new Customer("c1", "{\"reference_id\":\"c1\",\"name\":\"Kari\"}"))),
                true,
                List.of(refund),
                events);
    }

    private static PaymentInvoiceTerms terms() {
        var urls = new LinkedHashMap<String, String>();
        urls.put("fail", "http://google.com/1");
        urls.put("pending", "http://google.com/2");
        urls.put("success", "http://google.com/3");
        return new PaymentInvoiceTerms(
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                urls,
                Optional.of("https://webhook.site/282bbce6-c2b5-4d1e-a44c-1504975e82ec"),
                Optional.empty());
    }

    private static PaymentInvoiceReport report(
            Payment payment,
            Optional<Service> service,
            PaymentInvoiceTerms terms,
            boolean confirmed,
            List<Refund> refunds,
            List<Event> events) {
        var given = new LinkedHashMap<String, String>();
        given.put("invoice_receipt_number", "1");
        given.put("message", "m");
        var invoice = new PaymentInvoice(
                ID,
                payment.id(),
                MERCHANT,
                "coma_sandboxDK00000001",
                Optional.of("order-1").filter(reference -> confirmed),
                "0".repeat(64),
                service.map(Service::code),
                true,
                new PaymentReference("P100387420489"),
                service.map(known -> new Requisites(Map.of("invoice_receipt_number", "1764077421"))),
                Optional.of(new GivenConfirmation(given, CREATED)).filter(data -> confirmed),
                CREATED.plusSeconds(259_200),
                Optional.empty(),
                terms);
        return new PaymentInvoiceReport(invoice, service, payment, events, refunds, terms.callbackUrl());
    }

    private static List<Event> created(long after) {
        return List.of(event(0, EventType.PAYMENT_CREATED, after));
    }

    private static Event event(int number, EventType type, long after) {
        var payment = payment(PaymentStatus.CREATED, 0, 0);
        var event = Event.of(payment, type, CREATED.plusSeconds(after), Map.of());
        return new Event(
                event.id(),
                event.subject(),
                number,
                type,
                event.merchant(),
                event.dialect(),
                event.at(),
                event.details());
    }

    private static Payment payment(PaymentStatus status, long captured, long refunded) {
        return new Payment(
                new PaymentId(new UUID(0, 1)),
                MERCHANT,
                Dialect.PAYMENTINVOICES,
                Optional.empty(),
                Optional.empty(),
                PaymentMethod.REQUISITES,
                status,
                Optional.empty(),
                Optional.empty(),
                new StatementText("P100387420489"),
                AMOUNT,
                new Moved(
                        new Money(captured, UAH),
                        new Money(captured, UAH),
                        new Money(refunded, UAH),
                        new Money(0, UAH)),
                0,
                CREATED,
                Optional.empty());
    }
}
