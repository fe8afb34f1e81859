package io.caravan.web.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import io.caravan.core.invoice.InvoiceDetails;
import java.io.ByteArrayOutputStream;

/** An invoice on paper: A4, as many pages as it needs. */
final class Sheet {

    private static final float SIDE = 48;
    private static final float TOP = 48;
    private static final float BOTTOM = 64;

    private final InvoiceDetails details;
    private final Words words;

    Sheet(InvoiceDetails details, Words words) {
        this.details = details;
        this.words = words;
    }

    /** The bytes of the PDF. */
    byte[] draw() {
        var invoice = details.invoice();
        var bytes = new ByteArrayOutputStream();
        try (var document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
            var writer = PdfWriter.getInstance(document, bytes);
            writer.setPageEvent(new Footer(subject(), words));
            writer.getExtraCatalog()
                    .put(PdfName.LANG, new PdfString(words.language().toLanguageTag()));
            document.addTitle(Fonts.drawable(subject()));
            document.addAuthor(Fonts.drawable(details.issuer().name()));
            document.open();
            document.add(new Heading(details, words).draw());
            document.add(new Facts(details, words).draw());
            new Articles(invoice.draft().document().articles(), words).draw(document);
            document.add(new Totals(invoice, words).draw());
            invoice.draft().document().comment().ifPresent(comment -> comment(document, comment));
        }
        return bytes.toByteArray();
    }

    private void comment(Document document, String comment) {
        var lines = comment.lines().map(Sheet::line).toList();
        var beginning = Cells.box();
        beginning.addElement(Cells.text(words.label("comment"), Fonts.quiet(8)));
        lines.stream().limit(1).forEach(beginning::addElement);
        var together = Cells.table(1);
        together.setKeepTogether(true);
        together.addCell(beginning);
        document.add(together);
        lines.stream().skip(1).forEach(document::add);
    }

    private static Paragraph line(String text) {
        return Cells.text(text.isBlank() ? " " : text, Fonts.plain(10));
    }

    private String subject() {
        var number = details.invoice().draft().document().invoiceNumber();
        return words.label("invoice") + number.map(text -> " " + text).orElse("") + " \u00b7 "
                + details.issuer().name();
    }
}
