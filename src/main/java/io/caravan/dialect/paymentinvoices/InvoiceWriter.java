package io.caravan.dialect.paymentinvoices;

import io.caravan.core.event.EventType;
import io.caravan.core.money.Money;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.paymentinvoice.Customer;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A payment invoice as merchants read it. Names that do not apply to it are there all the same, with null. */
final class InvoiceWriter {

    static final String TYPE = "payment-invoices";

    private final String pages;

    /** @param pages the address under which payers reach what is shown to them, without a slash at its end */
    InvoiceWriter(String pages) {
        this.pages = pages;
    }

    Map<String, Object> document(PaymentInvoiceReport report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("data", resource(report));
        document.put("included", included(report));
        return document;
    }

    Map<String, Object> resource(PaymentInvoiceReport report) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("type", TYPE);
        resource.put("id", report.invoice().id().text());
        resource.put("attributes", attributes(report));
        resource.put("relationships", relationships(report));
        resource.put("links", Map.of("self", self(report.invoice())));
        return resource;
    }

    static String self(PaymentInvoice invoice) {
        return "/api/payment-invoices/" + invoice.id();
    }

    /** The customer, if the merchant has named one. */
    static List<Map<String, Object>> included(PaymentInvoiceReport report) {
        var invoice = report.invoice();
        return invoice.terms().customer().map(customer -> customer(invoice, customer)).stream()
                .toList();
    }

    private Map<String, Object> attributes(PaymentInvoiceReport report) {
        var payment = report.payment();
        var all = new LinkedHashMap<String, Object>();
        all.put("status", report.status().text());
        all.put("resolution", Resolution.of(report));
        all.put("resolution_message", null);
        all.put("moderation_required", false);
        asked(all, report);
        all.put("reference_id", report.invoice().merchantReference().orElse(null));
        all.put("test_mode", report.invoice().testMode());
        all.put("fee", none(report));
        all.put("deposit", payment.amount().amount());
        all.put("processed", seconds(report, EventType.PAYMENT_CAPTURED));
        all.put("processed_amount", payment.captured().amount());
        all.put("processed_fee", none(report));
        all.put("processed_deposit", payment.captured().amount());
        all.put("refunded_amount", payment.refunded().amount());
        all.put("refunded_fee", none(report));
        all.put("refunded", seconds(report, EventType.PAYMENT_REFUNDED));
        all.put("failed", failed(report));
        said(all, report);
        later(all, report);
        all.put("hpp_url", FlowData.page(report, pages));
        all.put("refunds", report.refunds().stream().map(RefundWriter::resource).toList());
        all.put("serial_number", null);
        return all;
    }

    /** A payment that could not be taken has failed when its reservation was given free. */
    private static Long failed(PaymentInvoiceReport report) {
        var isFreed = report.payment().status() == PaymentStatus.AUTHORIZED
                && report.status() == PaymentInvoiceStatus.PROCESS_FAILED;
        return seconds(report, isFreed ? EventType.PAYMENT_CANCELLED : EventType.PAYMENT_FAILED);
    }

    private static void asked(Map<String, Object> all, PaymentInvoiceReport report) {
        var amount = report.payment().amount().amount();
        var currency = report.payment().amount().currency().getCurrencyCode();
        var isChosen = report.service().isPresent();
        all.put("amount", amount);
        all.put("payment_amount", amount);
        all.put("currency", currency);
        all.put("service_amount", isChosen ? amount : null);
        all.put("payment_service_amount", isChosen ? amount : null);
        all.put("exchange_rate", isChosen ? 1 : null);
        all.put("service_currency", isChosen ? currency : null);
    }

    private void said(Map<String, Object> all, PaymentInvoiceReport report) {
        var terms = report.invoice().terms();
        all.put(
                "metadata",
                terms.metadata().map(Json::stored).map(Object.class::cast).orElse(Map.of()));
        all.put("flow_data", FlowData.of(report, pages));
        all.put("flow", FlowData.isPage(report) ? "hpp" : "invoice");
        all.put("payment_flow", "charge");
        all.put("created", report.payment().createdAt().getEpochSecond());
        all.put("updated", report.updatedAt().getEpochSecond());
        all.put(
                "payload",
                report.invoice().confirmation().map(given -> given.values()).orElse(null));
        all.put("description", terms.description().orElse(null));
        all.put("descriptor", null);
        all.put("callback_url", report.callbackUrl().orElse(null));
        all.put("return_url", terms.returnUrl().orElse(null));
        var urls = new LinkedHashMap<String, Object>();
        List.of("fail", "pending", "success")
                .forEach(name -> urls.put(name, terms.returnUrls().get(name)));
        all.put("return_urls", urls);
    }

    /** What belongs to other ways to pay. */
    private static void later(Map<String, Object> all, PaymentInvoiceReport report) {
        var original = new LinkedHashMap<String, Object>();
        original.put("original_resolution", report.invoice().reason().orElse(null));
        original.put("original_resolution_message", null);
        all.put("original_data", original);
        List.of("rrn", "arn", "approval_code", "reserved_amount", "reserve_expires", "unreserved")
                .forEach(name -> all.put(name, null));
        all.put("reserves", List.of());
        List.of("reserve_options", "processed_unreserve", "processed_reserve_cancel", "reserve_cancelled")
                .forEach(name -> all.put(name, null));
        all.put("source", "merchant_api");
        all.put("callback_logs", List.of());
        all.put("charged_back_amount", none(report));
        all.put("charged_back", null);
    }

    private static Map<String, Object> relationships(PaymentInvoiceReport report) {
        var invoice = report.invoice();
        var all = new LinkedHashMap<String, Object>();
        all.put("payment-service", relation("payment-services", invoice.service()));
        all.put("payment-method", relation("payment-methods", report.service().map(service -> service.method())));
        all.put(
                "customer",
                relation(
                        "customers",
                        invoice.terms()
                                .customer()
                                .map(customer -> Ids.customer(invoice.merchant(), customer.reference()))));
        all.put("active-payment", relation("payments", Optional.of(Ids.of(invoice.payment()))));
        return all;
    }

    private static Map<String, Object> relation(String type, Optional<String> id) {
        var relation = new LinkedHashMap<String, Object>();
        relation.put("data", id.map(known -> identifier(type, known)).orElse(null));
        return relation;
    }

    private static Map<String, Object> identifier(String type, String id) {
        var identifier = new LinkedHashMap<String, Object>();
        identifier.put("type", type);
        identifier.put("id", id);
        return identifier;
    }

    private static Map<String, Object> customer(PaymentInvoice invoice, Customer customer) {
        var resource = identifier("customers", Ids.customer(invoice.merchant(), customer.reference()));
        resource.put("attributes", Json.stored(customer.json()));
        resource.put(
                "relationships",
                Map.of("commerce-account", relation("commerce-accounts", Optional.of(invoice.account()))));
        return resource;
    }

    private static Object none(PaymentInvoiceReport report) {
        return Money.zero(report.payment().amount().currency()).amount();
    }

    private static Long seconds(PaymentInvoiceReport report, EventType type) {
        return report.last(type).map(at -> at.getEpochSecond()).orElse(null);
    }
}
