package io.caravan.web.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** The bottom of each page: what it belongs to, and which of how many it is. */
final class Footer extends PdfPageEventHelper {

    private static final float SIZE = 8;
    private static final float HEIGHT = 12;
    private static final float BASELINE = 34;
    private static final float NUMBER_WIDTH = 18;
    private static final float SUBJECT_WIDTH = 380;

    private final String subject;
    private final Words words;
    private PdfTemplate pages;

    Footer(String subject, Words words) {
        this.subject = fitting(Fonts.drawable(subject));
        this.words = words;
    }

    /** As much of the text as there is room for. */
    private static String fitting(String text) {
        var fits = text;
        while (Fonts.PLAIN.getWidthPoint(fits, SIZE) > SUBJECT_WIDTH) {
            fits = fits.substring(0, fits.length() - 4).strip() + "...";
        }
        return fits;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        pages = writer.getDirectContent().createTemplate(NUMBER_WIDTH, HEIGHT);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var page = words.label("page-of", writer.getPageNumber()) + " ";
        var out = writer.getDirectContent();
        var width = Fonts.PLAIN.getWidthPoint(page, SIZE);
        var end = document.right() - NUMBER_WIDTH;
        out.setColorStroke(Cells.LINE);
        out.setLineWidth(0.5f);
        out.moveTo(document.left(), BASELINE + HEIGHT);
        out.lineTo(document.right(), BASELINE + HEIGHT);
        out.stroke();
        out.beginText();
        out.setColorFill(Fonts.QUIET);
        out.setFontAndSize(Fonts.PLAIN, SIZE);
        out.setTextMatrix(document.left(), BASELINE);
        out.showText(subject);
        out.setTextMatrix(end - width, BASELINE);
        out.showText(page);
        out.endText();
        out.addTemplate(pages, end, BASELINE);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        pages.beginText();
        pages.setColorFill(Fonts.QUIET);
        pages.setFontAndSize(Fonts.PLAIN, SIZE);
        pages.setTextMatrix(0, 0);
        pages.showText(String.valueOf(writer.getPageNumber() - 1));
        pages.endText();
    }
}
