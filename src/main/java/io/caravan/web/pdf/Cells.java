package io.caravan.web.pdf;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import java.awt.Color;

/** The parts of which a sheet is put together. */
final class Cells {

    static final Color LINE = new Color(0xd8dee6);
    static final Color SHADE = new Color(0xeef1f5);
    private static final float LEADING = 1.35f;

    private Cells() {}

    /** A table as wide as the page, with columns of these relative widths. */
    static PdfPTable table(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        return table;
    }

    static Paragraph text(String text, Font font) {
        var paragraph = new Paragraph(Fonts.drawable(text), font);
        paragraph.setLeading(0, LEADING);
        return paragraph;
    }

    /** Without a border, for what is added to it. */
    static PdfPCell box() {
        var cell = new PdfPCell();
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    static PdfPCell left(String text, Font font) {
        return cell(text, font, Element.ALIGN_LEFT);
    }

    static PdfPCell right(String text, Font font) {
        return cell(text, font, Element.ALIGN_RIGHT);
    }

    private static PdfPCell cell(String text, Font font, int alignment) {
        var cell = new PdfPCell(new Phrase(Fonts.drawable(text), font));
        cell.setLeading(0, LEADING);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(3);
        cell.setUseAscender(true);
        cell.setHorizontalAlignment(alignment);
        return cell;
    }

    static PdfPCell underlined(PdfPCell cell) {
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.5f);
        cell.setPaddingTop(4);
        cell.setPaddingBottom(5);
        return cell;
    }

    static PdfPCell shaded(PdfPCell cell) {
        cell.setBackgroundColor(SHADE);
        cell.setPaddingTop(5);
        cell.setPaddingBottom(5);
        return cell;
    }
}
