package io.caravan.web.code;

import io.caravan.core.dialect.Answer;
import io.caravan.core.paymentinvoice.Requisites;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What payers of payment invoices scan, as pictures: {@code qr.svg}, {@code qr.png}, {@code barcode.svg} and
 * {@code barcode.png}. A code never changes, and browsers keep it for a day.
 */
public final class CodeImages {

    private static final Logger LOG = LoggerFactory.getLogger(CodeImages.class);
    private static final int SMALLEST = 100;
    private static final int USUAL = 1024;
    private static final int LARGEST = 2000;
    private static final int SCALE = 4;

    /**
     * The picture at the end of this path; 404 if there is none.
     *
     * @param size width and height of {@code qr.png}, from 100 to 2000 pixels, or null; 400 for anything else
     */
    public Answer show(Optional<Requisites> requisites, String path, String size) {
        try {
            return switch (name(path)) {
                case "qr.svg" -> drawn(qr(requisites), Symbol::svg, "image/svg+xml");
                case "qr.png" -> {
                    int side = size == null ? USUAL : pixels(size);
                    yield side == 0 ? Answer.empty(400) : drawn(qr(requisites), qr -> qr.square(side), "image/png");
                }
                case "barcode.svg" -> drawn(barcode(requisites), Symbol::svg, "image/svg+xml");
                case "barcode.png" -> drawn(barcode(requisites), code -> code.png(SCALE), "image/png");
                default -> Answer.empty(404);
            };
        } catch (IllegalArgumentException e) {
            LOG.warn("A code cannot be drawn: {}", e.getMessage());
            return Answer.empty(404);
        }
    }

    private static Optional<Symbol> qr(Optional<Requisites> requisites) {
        return requisites.flatMap(Requisites::qr).map(Symbols::of);
    }

    private static Optional<Symbol> barcode(Optional<Requisites> requisites) {
        return requisites.flatMap(Requisites::barcode).map(Symbols::of);
    }

    private static Answer drawn(Optional<Symbol> symbol, Function<Symbol, byte[]> form, String mediaType) {
        return symbol.map(form)
                .map(bytes -> new Answer(200, mediaType, bytes, Map.of())
                        .with("Cache-Control", "private, max-age=86400, immutable")
                        .with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                        .with("Referrer-Policy", "no-referrer")
                        .with("X-Content-Type-Options", "nosniff")
                        .with("X-Robots-Tag", "noindex"))
                .orElseGet(() -> Answer.empty(404));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** 0 if it is no size. */
    private static int pixels(String size) {
        var isNumber = size.matches("[0-9]{3,4}");
        int pixels = isNumber ? Integer.parseInt(size) : 0;
        return pixels >= SMALLEST && pixels <= LARGEST ? pixels : 0;
    }
}
