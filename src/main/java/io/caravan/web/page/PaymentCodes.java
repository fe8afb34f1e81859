package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.ShownPayment;
import io.caravan.core.paymentrequest.QrFormat;
import java.util.Map;

/** The codes that open the pages of payments on phones. */
final class PaymentCodes {

    private static final int SMALLEST = 100;
    private static final int USUAL = 1024;
    private static final int LARGEST = 2000;
    private static final String SVG = "/qr.svg";
    private static final String PNG = "/qr.png";

    private final String baseUrl;

    PaymentCodes(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** The code in the form that the end of the path names; with none, as the sales unit wanted it. */
    Answer show(ShownPayment page, String path, String size) {
        var target = baseUrl + "/pay/" + page.token().text();
        var wanted = page.request().terms().qr();
        var isPicture = path.endsWith(PNG)
                || !path.endsWith(SVG)
                        && wanted.filter(format -> format.kind() == QrFormat.Kind.PNG)
                                .isPresent();
        if (!isPicture) {
            return image("image/svg+xml", QrCodes.svg(target));
        }
        return image(
                "image/png",
                QrCodes.png(target, size == null ? wanted.map(QrFormat::size).orElse(USUAL) : pixels(size)));
    }

    private static int pixels(String size) {
        try {
            var pixels = Integer.parseInt(size);
            if (pixels >= SMALLEST && pixels <= LARGEST) {
                return pixels;
            }
        } catch (NumberFormatException e) {
            throw new PageRefused(Reason.MALFORMED);
        }
        throw new PageRefused(Reason.MALFORMED);
    }

    private static Answer image(String mediaType, byte[] bytes) {
        return Drawing.safe(new Answer(200, mediaType, bytes, Map.of()));
    }
}
