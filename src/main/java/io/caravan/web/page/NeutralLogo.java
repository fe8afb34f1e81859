package io.caravan.web.page;

import io.caravan.core.merchant.Logo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The logo of an issuer that has none: a shop front, in a colour that is always the same for it. */
final class NeutralLogo {

    private static final int SIZE = 192;
    private static final int[] COLOURS = {0x2F5D7C, 0x0B5A4A, 0x7A4B2A, 0x5B4A86, 0x8A3B4A, 0x46606B, 0x3D6B35, 0x6B5A1E
    };

    private NeutralLogo() {}

    /** @param id as in an address; whoever has none gets a colour all the same */
    static Logo of(String id) {
        var hash = String.valueOf(id).toLowerCase(Locale.ROOT).hashCode();
        return new Logo("image/png", draw(new Color(COLOURS[Math.floorMod(hash, COLOURS.length)])));
    }

    private static byte[] draw(Color colour) {
        var image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(colour);
            pen.fillRect(0, 0, SIZE, SIZE);
            shop(pen, colour);
        } finally {
            pen.dispose();
        }
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    private static void shop(Graphics2D pen, Color colour) {
        pen.setColor(Color.WHITE);
        var awning = new Path2D.Double();
        awning.moveTo(58, 50);
        awning.lineTo(134, 50);
        awning.lineTo(150, 88);
        awning.lineTo(42, 88);
        awning.closePath();
        pen.fill(awning);
        pen.fill(new RoundRectangle2D.Double(54, 98, 84, 48, 6, 6));
        pen.setColor(colour);
        pen.fill(new RoundRectangle2D.Double(68, 110, 22, 36, 4, 4));
        pen.fill(new RoundRectangle2D.Double(100, 110, 26, 18, 4, 4));
    }
}
