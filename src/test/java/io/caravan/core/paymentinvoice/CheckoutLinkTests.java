package io.caravan.core.paymentinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.problem.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a link to the checkout may say. */
class CheckoutLinkTests {

    @Test
    void aReferenceIsAsLongAsAColumnTakesHoweverItsCharactersAreCounted() {
        var longest = "\uD83D\uDE00".repeat(127) + "x";

        assertThat(link(longest).reference()).isEqualTo(longest);
        assertThatThrownBy(() -> link(longest + "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> link("a\nb")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> link("")).isInstanceOf(InvalidInput.class);
    }

    private static CheckoutLink link(String reference) {
        return CheckoutLink.of(
                Map.of("public_key", "pk_1", "amount", "10", "currency", "EUR", "reference_id", reference));
    }
}
