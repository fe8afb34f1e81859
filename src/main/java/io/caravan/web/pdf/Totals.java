package io.caravan.web.pdf;

import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfPTable;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceSums;
import io.caravan.core.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** What the invoice comes to. */
final class Totals {

    private final Money total;
    private final InvoiceSums sums;
    private final Words words;

    Totals(Invoice invoice, Words words) {
        this.total = invoice.draft().total();
        this.sums = InvoiceSums.of(invoice.draft().document());
        this.words = words;
    }

    PdfPTable draw() {
        var table = Cells.table(58, 42);
        table.setWidthPercentage(55);
        table.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.setKeepTogether(true);
        row(table, words.label("price-reduction"), sums.priceReduction());
        row(table, words.label("discount"), sums.priceDiscount());
        row(table, words.label("bonus"), sums.bonus());
        row(table, words.label("total-without-vat"), withoutVat());
        sums.vatByRate()
                .forEach((rate, vat) -> row(table, words.label("vat-at", words.quantity(rate)), Optional.of(vat)));
        row(table, words.label("total-vat"), sums.vat());
        table.addCell(Cells.shaded(Cells.left(words.label("total-to-pay"), Fonts.bold(11))));
        table.addCell(Cells.shaded(Cells.right(words.money(total), Fonts.bold(11))));
        table.setSpacingAfter(16);
        return table;
    }

    /** MobilePay: the total without the tax of the articles; where these say nothing of it, without that of the invoice. */
    private Optional<BigDecimal> withoutVat() {
        return sums.articleVat().or(sums::vat).map(total.amount()::subtract);
    }

    private void row(PdfPTable table, String label, Optional<BigDecimal> amount) {
        amount.ifPresent(value -> {
            table.addCell(Cells.left(label, Fonts.quiet(9)));
            table.addCell(Cells.right(words.amount(value), Fonts.plain(9)));
        });
    }
}
