package io.caravan.core.paymentinvoice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a payer needs to know in order to pay, by the names that merchants read, besides amount, reference and end. */
public record Requisites(Map<String, String> texts) {

    static final String QR = "qr_payload";
    static final String QR_STANDARD = "qr_standard";
    static final String BARCODE = "barcode_payload";
    static final String BARCODE_SYMBOLOGY = "barcode_symbology";
    static final String BARCODE_STANDARD = "barcode_standard";

    public Requisites {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * What a QR code says.
     *
     * @param standard such as {@code swiss-qr}; empty if it is not known
     */
    public record Qr(String payload, String standard) {

        public Qr {
            Objects.requireNonNull(payload);
            Objects.requireNonNull(standard);
        }
    }

    /**
     * What a barcode says.
     *
     * @param symbology {@code code128} or {@code itf}
     * @param standard such as {@code fi-virtual-4}; empty if it is not known
     */
    public record Barcode(String payload, String symbology, String standard) {

        public Barcode {
            Objects.requireNonNull(payload);
            Objects.requireNonNull(symbology);
            Objects.requireNonNull(standard);
        }
    }

    /** The QR code that a payer can scan, if there is one. */
    public Optional<Qr> qr() {
        return text(QR).map(payload -> new Qr(payload, text(QR_STANDARD).orElse("")));
    }

    /** The barcode that a payer can scan, if there is one. */
    public Optional<Barcode> barcode() {
        return text(BARCODE)
                .map(payload -> new Barcode(
                        payload,
                        text(BARCODE_SYMBOLOGY).orElse("code128"),
                        text(BARCODE_STANDARD).orElse("")));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
    }

    /** Keeps card numbers out of logs. */
    @Override
    public String toString() {
        return "requisites " + texts.keySet();
    }
}
