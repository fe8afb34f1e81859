package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.caravan.core.paymentinvoice.BankReport;
import io.caravan.core.paymentinvoice.BankStatement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankStatementsTests {

    private static final String GOOD =
            "{\"id\": \"trf_good\", \"reference\": \"r\", \"amount\": 10.00, \"currency\": \"EUR\"}";

    private final BankStatements statements = new BankStatements();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"amount\": 0, \"currency\": \"EUR\"",
                "\"amount\": -5, \"currency\": \"EUR\"",
                "\"amount\": 1.001, \"currency\": \"EUR\"",
                "\"amount\": 1e999999, \"currency\": \"EUR\"",
                "\"amount\": 1, \"currency\": \"nothing\""
            })
    void aTransferThatMeansNothingIsSetAsideAndTheDayIsReadAllTheSame(String odd) {
        var statement = read(transfers(GOOD + ", {\"id\": \"trf_odd\", \"reference\": \"r\", " + odd + "}"));

        assertThat(statement.transfers()).hasSize(1);
        assertThat(statement.unread()).singleElement().asString().contains("trf_odd");
        assertThat(statement.reports())
                .filteredOn(report -> report.transfer().isEmpty())
                .extracting(BankReport::words)
                .containsExactlyElementsOf(statement.unread());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"id\": \"trf_1\", \"currency\": \"EUR\"}",
                "{\"id\": \"trf_1\", \"amount\": 1}",
                "{\"amount\": 1, \"currency\": \"EUR\"}"
            })
    void aListWithAnIncompleteTransferIsNotRead(String incomplete) {
        assertThatIllegalStateException().isThrownBy(() -> read(transfers(GOOD + ", " + incomplete)));
    }

    @Test
    void aPartThatLeadsBackToItselfIsNotRead() {
        var body = "{\"transfers\": [], \"refunds\": [], \"next\": \"here\"}".getBytes(StandardCharsets.UTF_8);

        assertThatIllegalStateException().isThrownBy(() -> statements.read(200, body, "here"));
    }

    private BankStatement read(String body) {
        return statements.read(200, body.getBytes(StandardCharsets.UTF_8), "");
    }

    private static String transfers(String transfers) {
        return "{\"transfers\": [" + transfers + "], \"refunds\": []}";
    }
}
