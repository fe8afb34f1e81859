package io.caravan.web.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.problem.Busy;
import io.caravan.support.Race;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Invoices as documents, read as a reader of PDFs reads them. */
class InvoicePdfTests {

    private final InvoicePdf pdf = new InvoicePdf();

    @Test
    void aDocumentSaysWhatTheInvoiceSays() throws IOException {
        var text = text(drawn(new Sheets().build(), "en"));

        assertThat(text)
                .contains("Snowboard gear shop, Copenhagen", "Vesterbrogade 1", "1620 Copenhagen", "VAT no. DK12345678")
                .contains("Contact: Snowboard gear shop")
                .contains("Consumer Name", "Paradisæblevej 13", "CC-1234 Andeby", "WONDERLAND", "+4577007700")
                .contains("Østerbrogade 120", "CC-1235 Andeby")
                .contains(
                        "Invoice number 301", "Issued 12 March 2026", "Ordered 5 March 2026", "Delivered 10 March 2026")
                .contains("Order number 938", "Your order number 631", "Payment reference 186")
                .contains("To be paid by 19 March 2026")
                .contains("1-123", "Process Flying V Snowboard", "288.00", "25 %", "72.00", "360.00")
                .contains("Page 1 of 1")
                .contains("Any comment");
    }

    @Test
    void sumsAreOverAllArticlesAndTheTaxIsTakenOff() throws IOException {
        var sheets = new Sheets().of("1000.50").vat("200.10").articles(3);

        var text = text(drawn(sheets.build(), "en"));

        assertThat(text)
                .contains("Price reductions 3.00", "Discounts 31.50", "Bonus 9.00")
                .contains("Total excluding VAT 784.50", "VAT at 25 % 216.00", "Total VAT 200.10", "Total 1,000.50 DKK");
    }

    @Test
    void withoutTaxOnArticlesTheInvoicesOwnIsTakenOff() throws IOException {
        var text = text(drawn(new Sheets().vat("72.00").articles(0).build(), "en"));

        assertThat(text)
                .contains("Total excluding VAT 288.00", "Total VAT 72.00")
                .doesNotContain("Unit price");
    }

    @ParameterizedTest
    @CsvSource({
        "da, Faktura, Betales senest, 19. marts 2026, '360,00 DKK'",
        "fi, Lasku, Eräpäivä, 19. maaliskuuta 2026, '360,00 DKK'",
        "nb, Faktura, Betales innen, 19. mars 2026, '360,00 DKK'",
        "sv, Faktura, Betalas senast, 19 mars 2026, '360,00 DKK'",
        "en, Invoice, To be paid by, 19 March 2026, 360.00 DKK"
    })
    void aDocumentIsInTheReadersLanguage(String language, String title, String due, String day, String total)
            throws IOException {
        assertThat(text(drawn(new Sheets().build(), language))).contains(title, due + " " + day, total);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, DK, da",
                "-, -, FI, fi",
                "-, -, NO, nb",
                "-, -, GB, en",
                "-, 'sv-SE,sv;q=0.9,en;q=0.8', DK, sv",
                "-, 'de,fi;q=0.5', DK, fi",
                "-, de, DK, en",
                "-, *, DK, da",
                "-, 'sv;q=0, da;q=0.1', FI, da",
                "-, 'no', DK, nb",
                "-, 'nn-NO', DK, nb",
                "-, 'not a header;;;', FI, fi",
                "fi, 'sv', DK, fi",
                "NB, 'sv', DK, nb",
                "xx, 'sv', DK, en",
                "'', 'sv', DK, sv"
            })
    void theLanguageIsChosenOrPreferredOrTheMerchants(String chosen, String header, String country, String language) {
        assertThat(Languages.choose(chosen, header, country).getLanguage()).isEqualTo(language);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachLanguageHasAWordForEverything(Locale language) {
        var english = ResourceBundle.getBundle("i18n.pdf", Locale.ROOT);

        var words = Words.in(language).labels();

        assertThat(Collections.list(words.getKeys())).containsExactlyInAnyOrderElementsOf(english.keySet());
        if (!language.getLanguage().equals("en")) {
            assertThat(words.getLocale().getLanguage()).isEqualTo(language.getLanguage());
            assertThat(words.keySet().stream()
                            .filter(key -> words.getString(key).equals(english.getString(key))))
                    .isSubsetOf("bonus");
        }
    }

    static List<Locale> languages() {
        return Languages.ALL;
    }

    @Test
    void lettersOfAllEuropeAreDrawnAndOthersAreMarked() throws IOException {
        var comment =
                "ÆØÅæøå ÄÖäö ŠšŽž ÐðÞþ Łódź Čeština Ελληνικά Кириллица “quoted” – €\r\nemoji 😀 漢 end\u0000\u0007";

        var text = text(drawn(new Sheets().comment(comment).build(), "en"));

        assertThat(text)
                .contains("ÆØÅæøå ÄÖäö ŠšŽž ÐðÞþ Łódź Čeština Ελληνικά Кириллица “quoted” – €")
                .contains("emoji ? ? end");
    }

    @Test
    void linesOfACommentAreKept() throws IOException {
        var text =
                text(drawn(new Sheets().comment("First\nSecond\r\n\r\nFourth").build(), "en"));

        assertThat(text.lines().map(String::strip)).containsSubsequence("First", "Second", "Fourth");
    }

    @Test
    void longTextsAreBrokenAndNothingLeavesThePage() throws IOException {
        var word = "W".repeat(255);
        var sheets = new Sheets()
                .consumer(word)
                .number(word)
                .comment(word.repeat(15))
                .description(word);

        var pdf = drawn(sheets.build(), "fi");

        assertThat(text(pdf).replaceAll("[^W]", "").length()).isGreaterThan(255 * 18);
        assertThat(Marks.right(pdf)).isLessThan(595 - 40);
    }

    @Test
    void thousandsOfArticlesTakeManyPagesWithTheirHeadings() throws IOException {
        var pdf = drawn(new Sheets().articles(2000).build(), "en");

        try (var document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(30, 80);
            assertThat(text(document, pages / 2))
                    .contains("Description", "Unit price", "Page " + pages / 2 + " of " + pages);
            assertThat(text(document, pages)).contains("Total excluding VAT");
        }
        assertThat(text(pdf).split("Process Flying V Snowboard", -1)).hasSize(2001);
        assertThat(pdf.length).isLessThan(1_000_000);
    }

    @ParameterizedTest
    @EnumSource(InvoiceStatus.class)
    void aDocumentTellsHowTheInvoiceStands(InvoiceStatus status) throws IOException {
        var text = text(drawn(new Sheets().in(status).build(), "en"));

        var told = List.of("Paid on 12 March 2026", "Expired", "Canceled", "Rejected").stream()
                .filter(text::contains)
                .toList();
        assertThat(told)
                .isEqualTo(
                        switch (status) {
                            case PAID -> List.of("Paid on 12 March 2026");
                            case EXPIRED -> List.of("Expired");
                            case CANCELED -> List.of("Canceled");
                            case REJECTED -> List.of("Rejected");
                            case RECEIVED, CREATED, ACCEPTED, INVALID -> List.of();
                        });
    }

    @Test
    void theNumberOnALinkIsNotShownToWhoeverHasTheLink() throws IOException {
        var text = text(drawn(new Sheets().asLink().build(), "en"));

        assertThat(text).contains("00").doesNotContain("77007700").contains("*********00");
    }

    @Test
    void theMerchantsOwnDocumentIsPreferred() {
        var answer = pdf.draw(
                new Sheets()
                        .url("https://shop.example/faktura/ø 1".replace(" ", ""))
                        .build(),
                null,
                null);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("Location", "https://shop.example/faktura/%C3%B81");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aDocumentIsShownUnderItsNumberAndKeptByNobody() {
        var answer = pdf.draw(new Sheets().number("3/01\"\r\nX: y").build(), null, null);

        assertThat(answer.mediaType()).isEqualTo("application/pdf");
        assertThat(answer.headers())
                .containsEntry("Content-Disposition", "inline; filename=\"invoice-3-01-X-y.pdf\"")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void manyAtOnceAreDrawnOrToldToComeAgain() throws Exception {
        var details = new Sheets().articles(300).build();
        Callable<String> one = () -> {
            try {
                return new String(
                        pdf.draw(details, null, null).body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII);
            } catch (Busy busy) {
                return "busy";
            }
        };

        var results = Race.of(Collections.nCopies(24, one));

        assertThat(results).containsOnly("%PDF-", "busy").contains("%PDF-", "busy");
        assertThat(one.call()).isEqualTo("%PDF-");
    }

    private byte[] drawn(InvoiceDetails details, String language) {
        Answer answer = pdf.draw(details, null, language);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return text(document);
        }
    }

    private static String text(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return plain(stripper.getText(document));
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return plain(stripper.getText(document));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll(" +", " ");
    }
}
