package io.caravan.web.code;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The Swiss cross in the middle of a QR-bill's code, which is 46 mm wide: a white square of 7 mm, in it a black one of 6 mm,
 * and in that the cross of the flag, whose bars are 20 of 32 parts long and 6 wide.
 *
 * @param millimetre in modules
 */
record SwissCross(double millimetre) {

    private static final double CODE = 46;
    private static final double SPACE = 7;
    private static final double SQUARE = 6;
    private static final double LONG = SQUARE * 20 / 32;
    private static final double WIDE = SQUARE * 6 / 32;

    private record Part(boolean dark, double width, double height) {}

    private static final List<Part> PARTS = List.of(
            new Part(false, SPACE, SPACE),
            new Part(true, SQUARE, SQUARE),
            new Part(false, LONG, WIDE),
            new Part(false, WIDE, LONG));

    /** That of a code this many modules wide. */
    static SwissCross in(int modules) {
        return new SwissCross(modules / CODE);
    }

    /** Around this place from the left and from the top. */
    String svg(double middle) {
        return PARTS.stream().map(part -> svg(part, middle)).collect(Collectors.joining());
    }

    private String svg(Part part, double middle) {
        var place = place(part, 1, middle);
        return String.format(
                Locale.ROOT,
                "<rect x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\" fill=\"%s\"/>",
                place.x,
                place.y,
                place.width,
                place.height,
                part.dark() ? "#000" : "#fff");
    }

    void paint(Graphics2D pen, int scale, double middle) {
        PARTS.forEach(part -> {
            pen.setColor(part.dark() ? Color.BLACK : Color.WHITE);
            pen.fill(place(part, scale, middle));
        });
    }

    private Rectangle2D.Double place(Part part, int scale, double middle) {
        double width = part.width() * millimetre * scale;
        double height = part.height() * millimetre * scale;
        return new Rectangle2D.Double(middle * scale - width / 2, middle * scale - height / 2, width, height);
    }
}
