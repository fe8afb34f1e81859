package io.caravan.dialect.paymentinvoices;

import io.caravan.core.payment.PaymentMethod;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.PaymentInvoiceReport;
import io.caravan.core.paymentinvoice.Requisites;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a merchant shows to a payer. */
final class FlowData {

    private FlowData() {}

    /** Null as long as the payer cannot pay. */
    static Map<String, Object> of(PaymentInvoiceReport report, String pages) {
        if (isPage(report)) {
            return leading(report, pages);
        }
        return report.invoice()
                .requisites()
                .map(requisites -> shown(report, report.service().orElseThrow(), requisites, pages))
                .orElse(null);
    }

    /** Whether the payer pays on a page, and cannot pay elsewhere. */
    static boolean isPage(PaymentInvoiceReport report) {
        return report.payment().method() == PaymentMethod.PROVIDER_PAGE;
    }

    /** The page for its payer. */
    static String page(PaymentInvoiceReport report, String pages) {
        return pages + "/hpp/?cpi=" + report.invoice().id();
    }

    private static Map<String, Object> leading(PaymentInvoiceReport report, String pages) {
        var flow = new LinkedHashMap<String, Object>();
        flow.put("action", page(report, pages));
        flow.put("method", "GET");
        flow.put("params", Map.of());
        flow.put("metadata", Map.of());
        return flow;
    }

    private static Map<String, Object> shown(
            PaymentInvoiceReport report, Service service, Requisites requisites, String pages) {
        var method = new LinkedHashMap<String, Object>();
        method.put("code", service.method());
        method.put("logo", service.logo().orElse(null));
        var flow = new LinkedHashMap<String, Object>();
        flow.put("method", method);
        flow.put("requisites", requisites(report, requisites, pages));
        flow.put("is_otp_flow", false);
        flow.put("confirmation", confirmation(service));
        flow.put("checkout_page", null);
        return flow;
    }

    private static Map<String, Object> requisites(PaymentInvoiceReport report, Requisites requisites, String pages) {
        var all = new LinkedHashMap<String, Object>(requisites.texts());
        var pictures = pages + "/hpp/" + report.invoice().id();
        requisites.qr().ifPresent(code -> pictures(all, "qr", pictures));
        requisites.barcode().ifPresent(code -> pictures(all, "barcode", pictures));
        all.put("reference", report.invoice().reference().text());
        all.put("amount", report.payment().amount().amount());
        all.put("currency", report.payment().amount().currency().getCurrencyCode());
        all.put("expires", report.invoice().expiresAt().getEpochSecond());
        return all;
    }

    private static void pictures(Map<String, Object> all, String code, String folder) {
        all.put(code + "_svg_url", folder + "/" + code + ".svg");
        all.put(code + "_png_url", folder + "/" + code + ".png");
    }

    /** Its fields are JSON within a text, as clients know it. */
    private static Map<String, Object> confirmation(Service service) {
        if (service.confirmation().isEmpty()) {
            return null;
        }
        var fields = new LinkedHashMap<String, Object>();
        service.confirmation().forEach(field -> fields.put(field.key(), field(field)));
        var confirmation = new LinkedHashMap<String, Object>();
        confirmation.put("payload", StrictJson.text(fields));
        confirmation.put("required", service.confirmationRequired());
        return confirmation;
    }

    private static Map<String, Object> field(Field field) {
        var said = new LinkedHashMap<String, Object>();
        said.put("required", field.required());
        said.put("regexp", field.regexp());
        said.put("type", field.type());
        said.put("example", null);
        return said;
    }
}
