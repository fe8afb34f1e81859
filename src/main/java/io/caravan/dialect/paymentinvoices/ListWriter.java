package io.caravan.dialect.paymentinvoices;

import io.caravan.core.paymentinvoice.PaymentInvoicePage;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page of payment invoices, with the ways to the others. */
final class ListWriter {

    private ListWriter() {}

    static Map<String, Object> document(PaymentInvoicePage page, InvoiceWriter invoices) {
        var query = page.query();
        var total = Math.min(page.total(), PaymentInvoicePage.COUNTED);
        var last = Math.max(1, (total + query.size() - 1) / query.size());
        var links = new LinkedHashMap<String, Object>();
        links.put("self", link(query, query.page()));
        links.put("first", link(query, 1));
        links.put("prev", query.page() > 1 ? link(query, query.page() - 1) : null);
        links.put("next", page.hasNext() ? link(query, query.page() + 1) : null);
        links.put("last", page.isCutShort() ? null : link(query, last));
        var document = new LinkedHashMap<String, Object>();
        document.put("data", page.reports().stream().map(invoices::resource).toList());
        document.put(
                "included",
                page.reports().stream()
                        .flatMap(report -> InvoiceWriter.included(report).stream())
                        .distinct()
                        .toList());
        document.put("links", links);
        var meta = new LinkedHashMap<String, Object>();
        meta.put("total", total);
        meta.put("more", page.isCutShort());
        document.put("meta", meta);
        return document;
    }

    private static String link(PaymentInvoiceQuery query, int page) {
        var link = new StringBuilder("/api/payment-invoices?");
        query.reference().ifPresent(reference -> add(link, "filter[reference_id]", reference));
        query.status().ifPresent(status -> add(link, "filter[status]", status.text()));
        add(link, "page[number]", String.valueOf(page));
        add(link, "page[size]", String.valueOf(query.size()));
        return link.append("sort=")
                .append(query.newestFirst() ? "-created" : "created")
                .toString();
    }

    private static void add(StringBuilder link, String name, String value) {
        link.append(encoded(name)).append('=').append(encoded(value)).append('&');
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
