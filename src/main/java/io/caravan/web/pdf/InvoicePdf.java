package io.caravan.web.pdf;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.problem.Busy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Invoices as documents, made when somebody asks. Where the merchant keeps a document of its own, the way there is the
 * answer.
 */
public final class InvoicePdf {

    /** Documents that are drawn at once. The largest takes about a second and some dozen megabytes. */
    private static final int PLACES = 4;

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);
    private static final int LONGEST_NAME = 60;
    private static final byte[] NOTHING = {};

    private final Semaphore places = new Semaphore(PLACES);

    /**
     * The invoice as a PDF, or 302 to the merchant's own document.
     *
     * @param acceptLanguage as the header came, or null
     * @param language chosen explicitly, as a tag, or null
     * @throws Busy if too many are being drawn
     */
    public Answer draw(InvoiceDetails details, String acceptLanguage, String language) {
        var own = details.invoice().draft().document().invoiceUrl();
        if (own.isPresent()) {
            return new Answer(
                    302, "", NOTHING, Map.of("Location", URI.create(own.get()).toASCIIString()));
        }
        if (!places.tryAcquire()) {
            throw new Busy(COME_AGAIN);
        }
        try {
            var words = Words.in(Languages.choose(
                    language, acceptLanguage, details.merchant().country()));
            return answer(new Sheet(details, words).draw(), name(details));
        } finally {
            places.release();
        }
    }

    private static Answer answer(byte[] pdf, String name) {
        return new Answer(
                200,
                "application/pdf",
                pdf,
                Map.of("Content-Disposition", "inline; filename=\"" + name + "\"", "Cache-Control", "no-store"));
    }

    private static String name(InvoiceDetails details) {
        var id = details.invoice().id().toString();
        var number =
                details.invoice().draft().document().invoiceNumber().orElse(id).replaceAll("[^A-Za-z0-9._-]+", "-");
        return "invoice-" + number.substring(0, Math.min(number.length(), LONGEST_NAME)) + ".pdf";
    }
}
