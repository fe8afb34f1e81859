package io.caravan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is kept of a difference between the lists. */
class DifferenceTests {

    @Test
    void theWordsOfAProviderAreCutToWhatCanBeKept() {
        var difference = new Difference(
                Optional.empty(), "op_1", Difference.Kind.OTHER_REFERENCE, "x".repeat(5000), Instant.EPOCH);

        assertThat(difference.what()).isEqualTo("x".repeat(500));
    }
}
