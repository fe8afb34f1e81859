package io.caravan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read again by the other half of the library. */
class QrCodesTests {

    private static final String ADDRESS = "https://pay.example/pay/AAAAAAAAAAAAAAAAAAAAAA";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @ParameterizedTest
    @ValueSource(ints = {100, 333, 1024, 2000})
    void aPictureHasItsSizeAndSaysItsAddress(int size) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(QrCodes.png(ADDRESS, size)));

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(read(image)).isEqualTo(ADDRESS);
    }

    @Test
    void aDrawingSaysItsAddress() throws Exception {
        var svg = new String(QrCodes.svg(ADDRESS), StandardCharsets.US_ASCII);

        assertThat(read(painted(svg, 4))).isEqualTo(ADDRESS);
        assertThat(svg).doesNotContain("script", "href", "style");
    }

    /** Each module of the drawing, this many pixels wide. */
    private static BufferedImage painted(String svg, int scale) {
        int side = Integer.parseInt(svg.replaceFirst("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
        var image = new BufferedImage(side * scale, side * scale, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(Color.BLACK);
        RUN.matcher(svg)
                .results()
                .forEach(run -> pen.fillRect(
                        scale * Integer.parseInt(run.group(1)),
                        scale * Integer.parseInt(run.group(2)),
                        scale * Integer.parseInt(run.group(3)),
                        scale));
        pen.dispose();
        return image;
    }

    static String read(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
