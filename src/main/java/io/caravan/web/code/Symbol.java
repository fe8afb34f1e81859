package io.caravan.web.code;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A code as dark and light modules, black on white; the same code is the same bytes each time.
 *
 * @param modules without a quiet zone; a barcode has one row
 * @param rowHeight of each row, in modules
 * @param quiet how many modules are left white on each side, for scanners
 * @param cross whether a Swiss cross stands in the middle
 */
record Symbol(BitMatrix modules, int rowHeight, int quiet, boolean cross) {

    private static final int SHOWN = 4;

    /** A drawing that can have any size. */
    byte[] svg() {
        var dark = new StringBuilder();
        runs(run -> dark.append("M%d %dh%dv%dh-%3$dz".formatted(run.x(), run.y(), run.width(), run.height())));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %3$d %4$d" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%3$dv%4$dH0z"/><path d="%5$s"/>%6$s</svg>"""
                .formatted(
                        SHOWN * width(),
                        SHOWN * height(),
                        width(),
                        height(),
                        dark,
                        cross ? SwissCross.in(modules.getWidth()).svg(width() / 2.0) : "")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A picture in which each module is as many pixels wide. */
    byte[] png(int scale) {
        return png(scale, scale * width(), scale * height());
    }

    /** A picture of this width and height, in pixels, with the largest whole modules that fit, and one pixel at least. */
    byte[] square(int pixels) {
        int scale = Math.max(1, pixels / width());
        int side = Math.max(pixels, width());
        return png(scale, side, side);
    }

    private byte[] png(int scale, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.translate((width - scale * width()) / 2, (height - scale * height()) / 2);
        paint(pen, scale);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private void paint(Graphics2D pen, int scale) {
        pen.setColor(Color.BLACK);
        runs(run -> pen.fillRect(scale * run.x(), scale * run.y(), scale * run.width(), scale * run.height()));
        if (cross) {
            SwissCross.in(modules.getWidth()).paint(pen, scale, width() / 2.0);
        }
    }

    private int width() {
        return modules.getWidth() + 2 * quiet;
    }

    private int height() {
        return rowHeight * modules.getHeight() + 2 * quiet;
    }

    private record Run(int x, int y, int width, int height) {}

    /** Dark modules that stand side by side, row by row. */
    private void runs(Consumer<Run> each) {
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > from) {
                    each.accept(new Run(quiet + from, quiet + y * rowHeight, x - from, rowHeight));
                }
            }
        }
    }
}
