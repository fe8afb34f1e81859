package io.caravan.web.pdf;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where letters stand on the pages of a document. */
final class Marks extends PDFTextStripper {

    private float right;

    private Marks() {}

    /** How far to the right any letter reaches, in points. */
    static float right(byte[] pdf) throws IOException {
        var marks = new Marks();
        try (var document = Loader.loadPDF(pdf)) {
            marks.getText(document);
        }
        return marks.right;
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
        letters.forEach(letter -> right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj()));
    }
}
