package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class ListPartsTests {

    private final ListParts parts = new ListParts();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void partsThatLeadInACircleAreReadOnce() {
        for (var position : List.of("", "a", "b", "c")) {
            assertThat(begin(position)).isEqualTo(position);
        }

        assertThatIllegalStateException().isThrownBy(() -> begin("a"));
    }

    @Test
    void anotherListMayHaveTheSameParts() {
        begin("");
        begin("a");

        begin("");

        assertThat(begin("a")).isEqualTo("a");
    }

    @Test
    void aListHasAnEnd() {
        begin("");
        IntStream.range(1, 10_000).mapToObj(String::valueOf).forEach(this::begin);

        assertThatIllegalStateException().isThrownBy(() -> begin("one more"));
    }

    private String begin(String position) {
        exchange.getMessage().setBody(position);
        return parts.begin(exchange);
    }
}
