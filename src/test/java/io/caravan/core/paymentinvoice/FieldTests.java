package io.caravan.core.paymentinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldTests {

    @Test
    void aValueMustMatchInFull() {
        var field = new Field("number", true, "\\d{1,3}");

        assertThat(field.fault(Optional.of("123"))).isEmpty();
        assertThat(field.fault(Optional.of("123x"))).contains("must match \\d{1,3}");
        assertThat(field.fault(Optional.empty())).contains("is required");
        assertThat(new Field("number", false, "\\d").fault(Optional.empty())).isEmpty();
    }

    @Test
    void aPatternThatWouldTakeAnAgeElsewhereDoesNotHere() {
        var field = new Field("number", true, "^(a+)+$");

        var fault = assertTimeoutPreemptively(
                Duration.ofSeconds(40), () -> field.fault(Optional.of("a".repeat(900) + "!")));

        assertThat(fault).isPresent();
    }

    @Test
    void aPatternMayStandBetweenSlashesAsInPhp() {
        var field = new Field("vpa", true, "/^.{2,}@\\w+$/iu");

        assertThat(field.regexp()).isEqualTo("(?i)^.{2,}@\\w+$");
        assertThat(field.fault(Optional.of("asha@OKSBI"))).isEmpty();
        assertThat(field.fault(Optional.of("asha"))).isPresent();
    }

    @Test
    void aFieldIsOfATypeThatPagesKnow() {
        assertThat(new Field("number", true, "\\d").type()).isEqualTo("text");
        assertThat(new Field("number", true, "\\d", null).type()).isEqualTo("text");
        assertThat(new Field("paid_on", true, ".+", "date").type()).isEqualTo("date");
        assertThatIllegalArgumentException().isThrownBy(() -> new Field("x", true, ".", "password"));
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Field("number", true, "(a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Field("number", true, "(?<=a)b"));
    }
}
