package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.mock.MockMemory;
import io.caravan.support.Http;
import io.caravan.support.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

/** The list of a day of the mock bank, as the job reads it. */
class BankStatementTests {

    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("coma_sandboxFI00000001:key-fi".getBytes(StandardCharsets.UTF_8));

    private final Sandbox sandbox = Sandbox.running();
    private final LocalDate day = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);

    @Test
    void moneyWhoseReportWasLostIsFoundOnTheListOfTheDay() {
        var created = create();
        var id = created.at("/data/id").asText();
        came(created.at("/data/attributes/flow_data/requisites/reference").asText());

        assertThat(compare()).isNull();

        assertThat(show(id)).contains("\"status\":\"processed\"");
        assertThat(Http.get(
                                sandbox.managementUri("/actuator/prometheus"),
                                "Authorization",
                                "Basic b3BzOm9wcy1zYW5kYm94")
                        .body())
                .contains("caravan_reconciliation_age_seconds{provider=\"bank\"");
    }

    @Test
    void aListThatCannotBeReadWhollyIsNotRead() {
        Http.send("POST", sandbox.uri("/mock/bank/faults"), "{\"errorRate\":1,\"status\":503}");
        try {
            assertThat(compare()).isInstanceOf(IllegalStateException.class);
        } finally {
            Http.send("DELETE", sandbox.uri("/mock/bank/faults"), "");
        }
    }

    @Test
    void theBankListsADayInPartsAndNothingElse() {
        for (var query : new String[] {"", "?day=today", "?day=2026-13-01", "?day=2026-11-21&after=x"}) {
            assertThat(Http.get(sandbox.uri("/mock/bank/statements" + query)).status())
                    .as(query)
                    .isEqualTo(400);
        }
        var longAgo =
                Http.get(sandbox.uri("/mock/bank/statements?day=2001-01-01")).json();
        assertThat(longAgo.get("transfers")).isEmpty();
        assertThat(longAgo.get("next").isNull()).isTrue();
    }

    private Exception compare() {
        return sandbox.context()
                .getBean(CamelContext.class)
                .createProducerTemplate()
                .request("direct:compare-bank-day", exchange -> exchange.setProperty("CaravanDay", day))
                .getException();
    }

    /** Money that the bank has, and told nobody of. */
    private void came(String reference) {
        sandbox.context()
                .getBean(MockMemory.class)
                .jdbc()
                .sql("insert into bank_transfer (id, reference, amount, currency, sender, refunded, at)"
                        + " values (?, ?, 1000, 'EUR', 'A payer', 0, ?)")
                .params("trf_" + UUID.randomUUID(), reference, OffsetDateTime.now(ZoneOffset.UTC))
                .update();
    }

    private JsonNode create() {
        return Http.send(
                        "POST",
                        sandbox.uri("/payment-invoices"),
                        """
                        {"data": {"type": "payment-invoices", "attributes":
                          {"amount": 10, "currency": "EUR", "test_mode": true, "service": "sepa_qr_eur_invoice"}}}""",
                        "Content-Type",
                        "application/json",
                        "Authorization",
                        BASIC)
                .json();
    }

    private String show(String id) {
        return Http.get(sandbox.uri("/payment-invoices/" + id), "Authorization", BASIC)
                .body();
    }
}
