package io.caravan.web.pdf;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.merchant.Issuer;
import java.awt.Color;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The top of the first page: who asks, and how the invoice stands. */
final class Heading {

    private static final Color GOOD = new Color(0x1c7a3f);
    private static final Color BAD = new Color(0xb3261e);

    private final InvoiceDetails details;
    private final Words words;

    Heading(InvoiceDetails details, Words words) {
        this.details = details;
        this.words = words;
    }

    PdfPTable draw() {
        var table = Cells.table(58, 42);
        table.addCell(issuer());
        table.addCell(title());
        table.setSpacingAfter(22);
        return table;
    }

    private PdfPCell issuer() {
        var document = details.invoice().draft().document();
        var cell = Cells.box();
        cell.addElement(Cells.text(details.issuer().name(), Fonts.bold(14)));
        address(details.issuer()).forEach(line -> cell.addElement(Cells.text(line, Fonts.plain(9))));
        Optional.of(details.merchant().vatNumber())
                .filter(number -> !number.isBlank())
                .ifPresent(number ->
                        cell.addElement(Cells.text(words.label("vat-number") + " " + number, Fonts.quiet(9))));
        document.merchantContactName()
                .ifPresent(name -> cell.addElement(Cells.text(words.label("contact") + " " + name, Fonts.quiet(9))));
        return cell;
    }

    private static Stream<String> address(Issuer issuer) {
        var place = Stream.of(issuer.address().zipCode(), issuer.address().city())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
        return Stream.of(issuer.address().street(), place).filter(line -> !line.isBlank());
    }

    private PdfPCell title() {
        var cell = Cells.box();
        var title = Cells.text(words.label("invoice"), Fonts.bold(22));
        title.setAlignment(Element.ALIGN_RIGHT);
        cell.addElement(title);
        state().ifPresent(state -> {
            state.setAlignment(Element.ALIGN_RIGHT);
            cell.addElement(state);
        });
        return cell;
    }

    private Optional<Paragraph> state() {
        var invoice = details.invoice();
        return switch (invoice.status()) {
            case PAID -> Optional.of(state(paid(invoice), GOOD));
            case EXPIRED -> Optional.of(state(words.label("expired"), BAD));
            case CANCELED -> Optional.of(state(words.label("canceled"), BAD));
            case REJECTED -> Optional.of(state(words.label("rejected"), BAD));
            case RECEIVED, CREATED, ACCEPTED, INVALID -> Optional.empty();
        };
    }

    private String paid(Invoice invoice) {
        return invoice.paymentDate()
                .map(day -> words.label("paid-on", words.date(day)))
                .orElseGet(() -> words.label("paid"));
    }

    private static Paragraph state(String text, Color color) {
        return Cells.text(text, new Font(Fonts.BOLD, 11, Font.NORMAL, color));
    }
}
