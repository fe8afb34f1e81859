package io.caravan.web.pdf;

import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.payer.Phone;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whom the invoice is for, where things were delivered, and its numbers and dates. */
final class Facts {

    private final InvoiceDetails details;
    private final Words words;

    Facts(InvoiceDetails details, Words words) {
        this.details = details;
        this.words = words;
    }

    PdfPTable draw() {
        var table = Cells.table(50, 50);
        table.addCell(people());
        table.addCell(numbers());
        table.setSpacingAfter(20);
        return table;
    }

    private PdfPCell people() {
        var draft = details.invoice().draft();
        var document = draft.document();
        var cell = Cells.box();
        cell.setPaddingRight(16);
        lines(
                cell,
                "bill-to",
                document.consumerName(),
                document.consumerAddressLines(),
                draft.phone().map(phone -> phone(draft, phone)));
        lines(cell, "delivered-to", Optional.empty(), document.deliveryAddressLines(), Optional.empty());
        return cell;
    }

    /** Whoever has a link may see the document, and need not learn whose number was written on it. */
    private static String phone(InvoiceDraft draft, Phone phone) {
        return draft.delivery() == Delivery.LINK ? phone.masked() : phone.number();
    }

    private void lines(
            PdfPCell cell, String label, Optional<String> name, List<String> address, Optional<String> phone) {
        if (name.isEmpty() && address.isEmpty() && phone.isEmpty()) {
            return;
        }
        cell.addElement(Cells.text(words.label(label), Fonts.quiet(8)));
        name.ifPresent(text -> cell.addElement(Cells.text(text, Fonts.bold(10))));
        address.forEach(text -> cell.addElement(Cells.text(text, Fonts.plain(10))));
        phone.ifPresent(text -> cell.addElement(Cells.text(text, Fonts.plain(10))));
        var gap = Cells.text(" ", Fonts.plain(5));
        cell.addElement(gap);
    }

    private PdfPCell numbers() {
        var draft = details.invoice().draft();
        var document = draft.document();
        var table = Cells.table(46, 54);
        fact(table, "invoice-number", document.invoiceNumber());
        fact(table, "issue-date", document.issueDate().map(words::date));
        fact(table, "order-date", document.orderDate().map(words::date));
        fact(table, "delivery-date", document.deliveryDate().map(words::date));
        fact(table, "merchant-order-number", document.merchantOrderNumber());
        fact(table, "buyer-order-number", document.buyerOrderNumber());
        fact(table, "payment-reference", document.paymentReference());
        due(table, draft.dueDate());
        var cell = Cells.box();
        cell.addElement(table);
        return cell;
    }

    private void fact(PdfPTable table, String label, Optional<String> value) {
        value.ifPresent(text -> {
            table.addCell(Cells.left(words.label(label), Fonts.quiet(9)));
            table.addCell(Cells.right(text, Fonts.plain(9)));
        });
    }

    private void due(PdfPTable table, LocalDate day) {
        table.addCell(Cells.shaded(Cells.left(words.label("due-date"), Fonts.bold(10))));
        table.addCell(Cells.shaded(Cells.right(words.date(day), Fonts.bold(10))));
    }
}
