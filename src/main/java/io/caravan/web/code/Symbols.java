package io.caravan.web.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.ITFWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.caravan.core.paymentinvoice.Requisites;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Codes for payers to scan. All QR codes for payments have error correction M. */
final class Symbols {

    private static final String SWISS = "swiss-qr";
    private static final int QR_QUIET = 4;
    private static final int BARCODE_QUIET = 10;
    private static final int LOWEST = 50;

    /** Of a Swiss code, which is 46 mm wide, 5 mm stay white. */
    private static final double SWISS_QUIET = 5.0 / 46;

    private Symbols() {}

    /** @throws IllegalArgumentException if a QR code has no room for so much */
    static Symbol of(Requisites.Qr code) {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        hints.put(EncodeHintType.MARGIN, 0);
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(code.payload())) {
            hints.put(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
        }
        try {
            var modules = new QRCodeWriter().encode(code.payload(), BarcodeFormat.QR_CODE, 0, 0, hints);
            var isSwiss = code.standard().equals(SWISS);
            int quiet = isSwiss ? (int) Math.ceil(SWISS_QUIET * modules.getWidth()) : QR_QUIET;
            return new Symbol(modules, 1, Math.max(QR_QUIET, quiet), isSwiss);
        } catch (WriterException e) {
            throw new IllegalArgumentException("the code has no room for so much", e);
        }
    }

    /** @throws IllegalArgumentException if such a barcode cannot say that, or is not known */
    static Symbol of(Requisites.Barcode code) {
        var modules =
                switch (code.symbology()) {
                    case "code128" -> code128(code);
                    case "itf" ->
                        new ITFWriter()
                                .encode(code.payload(), BarcodeFormat.ITF, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
                    default -> throw new IllegalArgumentException("no symbology that is known here");
                };
        int height = Math.max(LOWEST, (int) Math.ceil(modules.getWidth() * 0.15));
        return new Symbol(modules, height, BARCODE_QUIET, false);
    }

    /** Banks in Finland want pairs of digits from the first sign on. */
    private static BitMatrix code128(Requisites.Barcode code) {
        var hints = new EnumMap<EncodeHintType, Object>(EncodeHintType.class);
        hints.put(EncodeHintType.MARGIN, 0);
        if (code.standard().startsWith("fi-virtual")) {
            hints.put(EncodeHintType.FORCE_CODE_SET, "C");
        }
        return new Code128Writer().encode(code.payload(), BarcodeFormat.CODE_128, 0, 1, hints);
    }
}
