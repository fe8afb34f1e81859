package io.caravan.web.pdf;

import com.lowagie.text.DocumentException;
import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The letters of documents: Liberation Sans, which has the Latin, Greek and Cyrillic ones. */
final class Fonts {

    static final Color DARK = new Color(0x1d2733);
    static final Color QUIET = new Color(0x5a6675);

    static final BaseFont PLAIN = load("LiberationSans-Regular");
    static final BaseFont BOLD = load("LiberationSans-Bold");

    private static final int UNKNOWN = '?';

    private Fonts() {}

    static Font plain(float size) {
        return new Font(PLAIN, size, Font.NORMAL, DARK);
    }

    static Font bold(float size) {
        return new Font(BOLD, size, Font.NORMAL, DARK);
    }

    static Font quiet(float size) {
        return new Font(PLAIN, size, Font.NORMAL, QUIET);
    }

    /** The text with nothing in it that cannot be drawn: a question mark stands for a letter that the fonts lack. */
    static String drawable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                out.append(letter == 0xa0 || letter == 0x202f ? '\u00a0' : ' ');
            } else if (!Character.isISOControl(letter) && Character.getType(letter) != Character.FORMAT) {
                out.appendCodePoint(PLAIN.charExists(letter) ? letter : UNKNOWN);
            }
        });
        return out.toString();
    }

    private static BaseFont load(String name) {
        try {
            return BaseFont.createFont("liberation/" + name + ".ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
