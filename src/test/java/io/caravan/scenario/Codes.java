package io.caravan.scenario;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;

/** Pictures of codes, as a phone scans them. */
final class Codes {

    private Codes() {}

    static int width(URI picture) throws IOException {
        return ImageIO.read(picture.toURL()).getWidth();
    }

    static String read(URI picture) throws Exception {
        var image = ImageIO.read(picture.toURL());
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
