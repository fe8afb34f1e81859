package io.caravan.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Pictures and drawings of codes, as a phone scans them: straight at first, then held a little askew. */
public final class CodeReader {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\3z");
    private static final Pattern PART = Pattern.compile(
            "<rect x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\" fill=\"(#\\w+)\"/>");
    private static final int SCALE = 8;
    private static final int ASKEW = 9;

    private CodeReader() {}

    public static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    public static BufferedImage picture(URI address) throws IOException {
        return ImageIO.read(address.toURL());
    }

    /** The library takes some data of one QR code in two hundred for a corner of it, if the code stands straight. */
    public static Result read(BufferedImage image) throws NotFoundException {
        try {
            return seen(image);
        } catch (NotFoundException e) {
            return seen(askew(image));
        }
    }

    private static Result seen(BufferedImage image) throws NotFoundException {
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(source)),
                        Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ALLOWED_LENGTHS, new int[] {14, 44}));
    }

    private static BufferedImage askew(BufferedImage image) {
        int side = 2 * Math.max(image.getWidth(), image.getHeight());
        var turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = turned.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(ASKEW), side / 2.0, side / 2.0);
        pen.drawImage(image, (side - image.getWidth()) / 2, (side - image.getHeight()) / 2, null);
        pen.dispose();
        return turned;
    }

    /** A drawing of ours, eight pixels to each module. */
    public static BufferedImage painted(byte[] svg) {
        var text = new String(svg, StandardCharsets.US_ASCII);
        var size = SIZE.matcher(text).results().findFirst().orElseThrow();
        var image = new BufferedImage(
                SCALE * Integer.parseInt(size.group(1)),
                SCALE * Integer.parseInt(size.group(2)),
                BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.scale(SCALE, SCALE);
        pen.setColor(Color.BLACK);
        RUN.matcher(text)
                .results()
                .forEach(run -> pen.fillRect(
                        Integer.parseInt(run.group(1)),
                        Integer.parseInt(run.group(2)),
                        Integer.parseInt(run.group(3)),
                        Integer.parseInt(run.group(4))));
        PART.matcher(text).results().forEach(part -> {
            pen.setColor(part.group(5).equals("#000") ? Color.BLACK : Color.WHITE);
            pen.fill(new Rectangle2D.Double(
                    Double.parseDouble(part.group(1)),
                    Double.parseDouble(part.group(2)),
                    Double.parseDouble(part.group(3)),
                    Double.parseDouble(part.group(4))));
        });
        pen.dispose();
        return image;
    }
}
