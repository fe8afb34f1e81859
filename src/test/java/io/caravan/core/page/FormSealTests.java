package io.caravan.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.prompt.PromptId;
import io.caravan.support.Fixtures;
import io.caravan.support.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormSealTests {

    private static final byte[] KEY = new byte[32];
    private static final byte[] NEW_KEY = "another key of thirty-two bytes!".getBytes();

    private final MovableClock clock = new MovableClock(Fixtures.NOW);
    private final FormSeal seals = new FormSeal("old", Map.of("old", KEY), clock);
    private final PageToken token = new PageToken("AAAAAAAAAAAAAAAAAAAAAA");
    private final PromptId id = PromptId.random();
    private final FormSeal.Form form = new FormSeal.Form(token, "prompt", id, 3);

    @Test
    void aFormCanBeSentForHalfAnHour() {
        var seal = seals.seal(form);

        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(seals.holds(form, seal)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(seals.holds(form, seal)).isFalse();
    }

    @Test
    void aSealIsForOnePageOneActionOneFormAndOneVersionOfTheInvoice() {
        var seal = seals.seal(form);
        var otherPage = new PageToken("BBBBBBBBBBBBBBBBBBBBBA");

        assertThat(seals.holds(new FormSeal.Form(otherPage, "prompt", id, 3), seal))
                .isFalse();
        assertThat(seals.holds(new FormSeal.Form(token, "reject", id, 3), seal)).isFalse();
        assertThat(seals.holds(new FormSeal.Form(token, "prompt", PromptId.random(), 3), seal))
                .isFalse();
        assertThat(seals.holds(new FormSeal.Form(token, "prompt", id, 4), seal)).isFalse();
    }

    @Test
    void aLaterEndIsNotBelieved() {
        var seal = seals.seal(form);
        var ends = Long.parseLong(seal.substring(0, seal.indexOf('.')));

        assertThat(seals.holds(form, (ends + 3600) + seal.substring(seal.indexOf('.'))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "x", "1.", "9999999999.AAAA", "99999999999999999999.A", "9223372036854775807.%%%", "-1."
            })
    void whatIsNoSealHoldsNothing(String text) {
        assertThat(seals.holds(form, text)).isFalse();
    }

    @Test
    void formsOutliveAChangeOfKeys() {
        var seal = seals.seal(form);

        assertThat(new FormSeal("new", Map.of("old", KEY, "new", NEW_KEY), clock).holds(form, seal))
                .isTrue();
        assertThat(new FormSeal("new", Map.of("new", NEW_KEY), clock).holds(form, seal))
                .isFalse();
    }
}
