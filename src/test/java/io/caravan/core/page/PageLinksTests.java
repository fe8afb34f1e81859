package io.caravan.core.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.dialect.Answer;
import io.caravan.core.invoice.InvoiceId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageLinksTests {

    private final PageTokens tokens = new PageTokens("a", Map.of("a", new byte[32]));
    private final PageLinks links = new PageLinks(tokens, "https://pay.example");
    private final Page page = links.first(InvoiceId.random());

    @Test
    void whatIsStoredHasNoTokenAndWhatIsSentHasIt() {
        var other = links.first(InvoiceId.random());
        var stored = bytes("{\"a\":\"" + links.placeholder(page) + "\",\"b\":\"" + links.placeholder(other) + "\"}");

        var sent = links.fill(stored);

        assertThat(text(stored)).doesNotContain(tokens.of(page).text());
        assertThat(text(sent)).isEqualTo("{\"a\":\"" + links.href(page) + "\",\"b\":\"" + links.href(other) + "\"}");
        assertThat(links.href(page))
                .isEqualTo("https://pay.example/i/" + tokens.of(page).text());
        assertThat(links.fill(stored)).isEqualTo(sent);
    }

    @Test
    void whatWasStoredBeforeANewKeyAndAnotherAddressIsSentAsBefore() {
        var stored = bytes(links.placeholder(page));
        var later = new PageLinks(
                new PageTokens("b", Map.of("a", new byte[32], "b", new byte[40])), "https://elsewhere.example");

        assertThat(later.fill(stored)).isEqualTo(links.fill(stored));
    }

    @Test
    void whatHasNoPlaceholderIsLeftAlone() {
        var answer = Answer.json(202, bytes("{\"a\":\"\\u0001" + page.invoice() + ":1:a\\u0001\"}"));

        assertThat(links.fill(answer)).isSameAs(answer);
    }

    @Test
    void aPlaceholderWithoutEndIsAnError() {
        assertThatThrownBy(() -> links.fill(bytes("\u0001" + page.invoice())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBaseMustBeAnAddress() {
        assertThatThrownBy(() -> new PageLinks(tokens, "pay.example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageLinks(tokens, "https://a b")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
