package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What hosted pages say to requests that never reach a route. Nobody knows their language. */
public final class PageDoor implements Door {

    private static final String ROOT = "../";

    private final Drawing drawing;
    private final PageFailure.About about;
    private final List<String> folders;

    private PageDoor(Drawing drawing, PageFailure.About about, String... folders) {
        this.drawing = drawing;
        this.about = about;
        this.folders = List.of(folders);
    }

    /** For the pages of invoices, and all that leads there. */
    public static PageDoor ofInvoices(Drawing drawing) {
        return new PageDoor(drawing, PageFailure.About.INVOICE, "/i/", "/assets/", "/pre-transactions/", "/s/");
    }

    /** For the pages of payments. */
    public static PageDoor ofPayments(Drawing drawing) {
        return new PageDoor(drawing, PageFailure.About.PAYMENT, "/pay/");
    }

    /** For the pages of payment invoices. */
    public static PageDoor ofPaymentInvoices(Drawing drawing) {
        return new PageDoor(drawing, PageFailure.About.PAYMENT, "/hpp", "/redirect/hpp");
    }

    @Override
    public boolean covers(String path) {
        return folders.stream().anyMatch(path::startsWith);
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return PageFailure.of(refusal).draw(drawing, Language.EN, ROOT, Optional.empty(), about, refusal.status());
    }
}
