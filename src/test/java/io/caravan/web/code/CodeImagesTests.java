package io.caravan.web.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ResultMetadataType;
import io.caravan.core.paymentinvoice.Requisites;
import io.caravan.support.CodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read again by the other half of the library. */
class CodeImagesTests {

    private static final String SEPA =
            "BCD\n002\n1\nSCT\n\nExample Merchant Ltd\nDE89370400440532013000\nEUR12.34\n\n\nRF18539007547034";
    private static final String SWISS = String.join(
            "\n",
            List.of(
                    "SPC",
                    "0200",
                    "1",
                    "CH4431999123000889012",
                    "S",
                    "Käse & Söhne AG",
                    "Bahnhofstrasse",
                    "7",
                    "8001",
                    "Zürich",
                    "CH",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "1949.75",
                    "CHF",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "QRR",
                    "210000000003139471430009017",
                    "Order of 15 June",
                    "EPD"));
    private static final String EMV =
            "00020101021226340012upi.npci.org0114merchant@oksbi52045411530335654072126.685802IN"
                    + "5913TEST MERCHANT6006MUMBAI62170513INV17640774216304EC6E";
    private static final String FINNISH = "437159030000007760000122500000000000000000011112161221";
    private static final String FINNISH_FIVE = "537159030000007760000011098000000000000000011112170101";

    private final CodeImages images = new CodeImages();

    static Stream<Map<String, String>> codes() {
        return Stream.of(
                qr(SEPA, "epc069-12"),
                qr(SWISS, "swiss-qr"),
                qr("upi://pay?pa=merchant@oksbi&pn=Example%20Merchant&mc=5411&tr=P1&am=72.00&cu=INR", "upi"),
                qr(EMV, "emv-mpm"),
                barcode(FINNISH, "code128", "fi-virtual-4"),
                barcode(FINNISH_FIVE, "code128", "fi-virtual-5"),
                barcode("1234567890003", "code128", "no-kid"),
                barcode("12345-", "code128", "no-kid"),
                barcode("+71<000000000000018+81234567<", "code128", "dk-fik-71"),
                barcode("09501101530003", "itf", ""));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeSaysWhatItShouldAsADrawingAndAsAPicture(Map<String, String> texts) throws Exception {
        var kind = texts.containsKey("qr_payload") ? "qr" : "barcode";
        var payload = texts.get(kind + "_payload");

        assertThat(read(CodeReader.painted(body(texts, kind + ".svg")))).isEqualTo(payload);
        assertThat(read(CodeReader.picture(body(texts, kind + ".png")))).isEqualTo(payload);
        assertThat(body(texts, kind + ".png")).isEqualTo(body(texts, kind + ".png"));
    }

    /** With its quiet zones the barcode is 332 signs and 20 white ones wide. */
    @ParameterizedTest
    @CsvSource({FINNISH + ",fi-virtual-4,76", FINNISH_FIVE + ",fi-virtual-5,38"})
    void finnishBarcodesArePairsOfDigitsWithTheCheckSymbolOfTheStandard(String payload, String standard, int check)
            throws Exception {
        var picture = CodeReader.picture(body(barcode(payload, "code128", standard), "barcode.png"));
        var codes = CodeReader.read(picture).getRawBytes();

        assertThat(picture.getWidth()).isEqualTo(4 * 352);
        assertThat(codes[0]).isEqualTo((byte) 105);
        assertThat(codes[codes.length - 2]).isEqualTo((byte) check);
    }

    @Test
    void aSwissCodeHasItsCrossInTheMiddleAndErrorCorrectionM() throws Exception {
        var picture = CodeReader.picture(body(qr(SWISS, "swiss-qr"), "qr.png"));
        int middle = picture.getWidth() / 2;

        assertThat(CodeReader.read(picture).getResultMetadata())
                .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
        var code = dark(picture).width;
        int millimetre = code / 46;
        assertThat(isDark(picture, middle, middle)).isFalse();
        assertThat(isDark(picture, middle + 2 * millimetre, middle + 2 * millimetre))
                .isTrue();
        assertThat(isDark(picture, middle + (int) (3.2 * millimetre), middle)).isFalse();
        assertThat(dark(picture).x).isGreaterThanOrEqualTo(5 * millimetre);
    }

    @Test
    void errorCorrectionIsMForBanksOfEuropeToo() throws Exception {
        var result = CodeReader.read(CodeReader.picture(body(qr(SEPA, "epc069-12"), "qr.png")));

        assertThat(result.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 333, 2000})
    void aPictureHasTheSizeThatIsWantedAndCanBeRead(int size) throws Exception {
        var picture = CodeReader.picture(
                show(qr(SEPA, "epc069-12"), "qr.png", "" + size).body());

        assertThat(picture.getWidth()).isEqualTo(size);
        assertThat(picture.getHeight()).isEqualTo(size);
        assertThat(read(picture)).isEqualTo(SEPA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "2001", "", "big", "-100", "99999999999", "1e3"})
    void whatIsNoSizeIsRefused(String size) {
        assertThat(show(qr(SEPA, "epc069-12"), "qr.png", size).status()).isEqualTo(400);
    }

    @Test
    void thereIsNoPictureOfWhatIsNotThereOrCannotBeDrawn() {
        assertThat(show(qr(SEPA, ""), "barcode.svg", null).status()).isEqualTo(404);
        assertThat(show(barcode("1", "code128", ""), "qr.png", null).status()).isEqualTo(404);
        assertThat(images.show(Optional.empty(), "/hpp/x/qr.svg", null).status())
                .isEqualTo(404);
        assertThat(show(barcode("123", "itf", ""), "barcode.png", null).status())
                .isEqualTo(404);
        assertThat(show(barcode("ä", "code128", ""), "barcode.svg", null).status())
                .isEqualTo(404);
        assertThat(show(barcode("1", "ean13", ""), "barcode.svg", null).status())
                .isEqualTo(404);
        assertThat(show(qr("x".repeat(2400), ""), "qr.svg", null).status()).isEqualTo(404);
    }

    @Test
    void aDrawingRunsNothingAndIsKeptByTheBrowserOfWhoSawIt() {
        var answer = show(qr("</svg><script>alert(1)</script>", ""), "QR.SVG", null);

        assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).doesNotContain("script", "href", "style");
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "private, max-age=86400, immutable")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(answer.headers().get("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    private io.caravan.core.dialect.Answer show(Map<String, String> texts, String name, String size) {
        return images.show(Optional.of(new Requisites(texts)), "/hpp/cpi_0000000000000000/" + name, size);
    }

    private byte[] body(Map<String, String> texts, String name) {
        return show(texts, name, null).body();
    }

    private static Map<String, String> qr(String payload, String standard) {
        return Map.of("qr_payload", payload, "qr_standard", standard);
    }

    private static Map<String, String> barcode(String payload, String symbology, String standard) {
        return Map.of("barcode_payload", payload, "barcode_symbology", symbology, "barcode_standard", standard);
    }

    private static String read(BufferedImage image) throws Exception {
        return CodeReader.read(image).getText();
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 0xff) < 128;
    }

    /** The smallest rectangle around all that is dark. */
    private static java.awt.Rectangle dark(BufferedImage image) {
        var all = new java.awt.Rectangle(-1, -1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (isDark(image, x, y)) {
                    all.add(new java.awt.Rectangle(x, y, 1, 1));
                }
            }
        }
        return all;
    }
}
