package io.caravan.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.CodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are read again by the other half of the library. */
class QrCodesTests {

    private static final String ADDRESS = "https://pay.example/pay/AAAAAAAAAAAAAAAAAAAAAA";

    /** Some of its data looks like a corner of a code to this library. */
    private static final String NOT_READ_STRAIGHT = "http://127.0.0.1:30636/pay/2GH_x-OqNCZ6sas5FecDhQ";

    @ParameterizedTest
    @ValueSource(ints = {100, 333, 1024, 2000})
    void aPictureHasItsSizeAndSaysItsAddress(int size) throws Exception {
        var image = CodeReader.picture(QrCodes.png(ADDRESS, size));

        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(text(image)).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, NOT_READ_STRAIGHT})
    void aDrawingSaysItsAddress(String address) throws Exception {
        var svg = QrCodes.svg(address);

        assertThat(text(CodeReader.painted(svg))).isEqualTo(address);
        assertThat(new String(svg, StandardCharsets.US_ASCII)).doesNotContain("script", "href", "style");
    }

    private static String text(BufferedImage image) throws Exception {
        return CodeReader.read(image).getText();
    }
}
