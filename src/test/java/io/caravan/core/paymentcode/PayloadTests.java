package io.caravan.core.paymentcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTests {

    private static final Iban GERMAN = new Iban("DE89370400440532013000");
    private static final Iban FINNISH = new Iban("FI3715903000000776");
    private static final SwissCode.Creditor CREDITOR =
            new SwissCode.Creditor("Alpine Skis AG", "Bahnhofstrasse", "7", "8001", "Zürich", "CH");

    @Test
    void aSepaCodeSaysWhoGetsHowMuchForWhat() {
        var code = new SepaCode(
                Optional.empty(),
                "Example Merchant Ltd",
                GERMAN,
                euros("12.34"),
                Optional.of(new CreditorReference("RF18539007547034")),
                "left out");

        assertThat(code.payload())
                .isEqualTo("BCD\n002\n1\nSCT\n\nExample Merchant Ltd\nDE89370400440532013000\nEUR12.34\n\n"
                        + "RF18539007547034");
    }

    @Test
    void aSepaCodeWithoutAReferenceHasAText() {
        var code = new SepaCode(Optional.of("COBADEFF"), "Shop", GERMAN, euros("0.01"), Optional.empty(), "Order 7");

        assertThat(code.payload()).endsWith("COBADEFF\nShop\nDE89370400440532013000\nEUR0.01\n\n\nOrder 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.00", "1000000000.00"})
    void anAmountThatASepaCodeCannotSayIsRefused(String amount) {
        assertThatThrownBy(() -> new SepaCode(Optional.empty(), "Shop", GERMAN, euros(amount), Optional.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingBreaksTheLinesOfASepaCode() {
        assertThatThrownBy(
                        () -> new SepaCode(Optional.empty(), "Shop\nDE00", GERMAN, euros("1.00"), Optional.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFinnishBarcodeHasVersionFourForFinnishReferences() {
        assertThat(FinnishBarcode.of(
                        FINNISH,
                        euros("12.25"),
                        new FinnishReference("11112"),
                        Optional.of(LocalDate.of(2016, 12, 21))))
                .isEqualTo("437159030000007760000122500000000000000000011112161221");
    }

    @Test
    void aFinnishBarcodeHasVersionFiveForCreditorReferences() {
        assertThat(FinnishBarcode.of(
                        FINNISH,
                        euros("1.10"),
                        new CreditorReference("RF9811112"),
                        Optional.of(LocalDate.of(2017, 1, 1))))
                .isEqualTo("537159030000007760000011098000000000000000011112170101");
    }

    @Test
    void anAmountBeyondTheBarcodeIsZeros() {
        assertThat(FinnishBarcode.of(FINNISH, euros("1000000.00"), FinnishReference.of("1111"), Optional.empty()))
                .hasSize(54)
                .startsWith("43715903000000776" + "00000000")
                .endsWith("000000");
    }

    @Test
    void aUpiLinkCarriesItsNamesEncoded() {
        var link = new UpiLink(
                "merchant@oksbi",
                "Test & Merchant",
                "5411",
                "INV17",
                Money.of(new BigDecimal("72"), Currency.getInstance("INR")),
                "Two skis");

        assertThat(link.address())
                .isEqualTo("upi://pay?pa=merchant@oksbi&pn=Test%20%26%20Merchant&mc=5411&tr=INV17&tn=Two%20skis"
                        + "&am=72.00&cu=INR");
    }

    @Test
    void aSwissCodeHasThirtyOneLines() {
        var code = new SwissCode(
                new Iban("CH4431999123000889012"),
                CREDITOR,
                francs("1949.75"),
                Optional.of(new SwissReference("210000000003139471430009017")),
                Optional.empty(),
                "Order of 15 June");

        assertThat(List.of(code.payload().split("\n", -1)))
                .hasSize(31)
                .startsWith("SPC", "0200", "1", "CH4431999123000889012", "S", "Alpine Skis AG")
                .containsSequence("1949.75", "CHF")
                .endsWith("QRR", "210000000003139471430009017", "Order of 15 June", "EPD");
    }

    @Test
    void aQrIbanAndItsReferenceGoTogether() {
        var plain = new Iban("CH9300762011623852957");

        assertThat(swiss(plain, Optional.empty()).payload()).contains("\nNON\n\n");
        assertThatThrownBy(() -> swiss(plain, Optional.of(SwissReference.of("1"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> swiss(new Iban("CH4431999123000889012"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAccountIsReadWithBlanksAndShownInGroups() {
        assertThat(Iban.parse("de89 3704 0044 0532 0130 00")).contains(GERMAN);
        assertThat(GERMAN.grouped()).isEqualTo("DE89 3704 0044 0532 0130 00");
        assertThat(Iban.parse("DE89370400440532013001")).isEmpty();
    }

    private static SwissCode swiss(Iban account, Optional<SwissReference> reference) {
        return new SwissCode(account, CREDITOR, francs("1.00"), reference, Optional.empty(), "");
    }

    private static Money euros(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("EUR"));
    }

    private static Money francs(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CHF"));
    }
}
