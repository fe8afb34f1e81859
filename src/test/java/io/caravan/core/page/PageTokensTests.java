package io.caravan.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payment.PaymentId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTokensTests {

    private static final InvoiceId INVOICE = new InvoiceId(UUID.fromString("c5d4fde3-81e2-49de-8cfe-8c96f449e367"));

    private final PageTokens tokens = new PageTokens("a", Map.of("a", new byte[32]));

    /** Reckoned by another program: links that are out must open for ever. */
    @Test
    void aTokenIsTheBeginningOfTheHmacOfIdAndVersion() {
        assertThat(tokens.of(new Page(INVOICE, 1, "a")).text()).isEqualTo("rOEg5vL6Rzfcj65eall2mw");
    }

    @Test
    void anotherInvoiceVersionOrKeyHasAnotherToken() {
        var both = new PageTokens("b", Map.of("a", new byte[32], "b", "another key, long enough for this".getBytes()));

        assertThat(both.of(new Page(INVOICE, 1, "a"))).isEqualTo(tokens.of(tokens.first(INVOICE)));
        assertThat(both.of(both.first(INVOICE)))
                .isNotEqualTo(both.of(new Page(INVOICE, 1, "a")))
                .isNotEqualTo(both.of(new Page(INVOICE, 2, "b")))
                .isNotEqualTo(both.of(both.first(InvoiceId.random())));
    }

    @Test
    void aPaymentWithTheIdOfAnInvoiceHasAnotherToken() {
        var payment = new PaymentPage(new PaymentId(INVOICE.value()), 1, "a");

        assertThat(tokens.of(payment)).isNotEqualTo(tokens.of(new Page(INVOICE, 1, "a")));
        assertThat(PaymentPage.parse(payment.text())).isEqualTo(payment);
    }

    @Test
    void aPageWhoseKeyIsGoneHasNoToken() {
        assertThatThrownBy(() -> tokens.of(new Page(INVOICE, 1, "gone")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void keysThatProtectNothingAreRefused() {
        assertThatThrownBy(() -> new PageTokens("a", Map.of("b", new byte[32])))
                .hasMessageContaining("not in the ring");
        assertThatThrownBy(() -> new PageTokens("a", Map.of("a", new byte[31]))).hasMessageContaining("32 bytes");
        assertThatThrownBy(() -> new PageTokens("a:b", Map.of("a:b", new byte[32])))
                .hasMessageContaining("id");
    }

    @Test
    void onlyATokenIsReadAsOne() {
        var token = tokens.of(tokens.first(INVOICE));

        assertThat(PageToken.parse(token.text())).contains(token);
        assertThat(PageToken.parse(token.text() + "A")).isEmpty();
        assertThat(PageToken.parse("")).isEmpty();
        assertThat(PageToken.parse("AAAAAAAAAAAAAAAAAAAAAB")).isEmpty();
        assertThat(PageToken.parse("AAAAAAAAAAAAAAAAAAAA+A")).isEmpty();
        assertThat(token.toString()).doesNotContain(token.text());
    }
}
