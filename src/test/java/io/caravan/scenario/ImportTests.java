package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.support.Http;
import io.caravan.support.MerchantClient;
import io.caravan.support.PreTransactionClient;
import io.caravan.support.Sandbox;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many invoices in one file. */
class ImportTests {

    private static final String CSV = "text/csv; charset=utf-8";
    private static final String LINES = "application/x-ndjson";

    private final Sandbox sandbox = Sandbox.running();
    private final PreTransactionClient client = PreTransactionClient.of(sandbox);
    private final String token = MerchantClient.token(sandbox::uri, "sandbox-dk", "sandbox-dk-secret");
    private final String prefix = "im-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void aFileOfASpreadsheetIsTakenRowByRow() {
        var file =
                """
                \uFEFFReferenceId;currency;amount;paymentProviders;description;sendSms;customProperties.name
                %1$s-1;DKK;50.00;card phone;"=SUM(A1); ""two""
                lines";false;Kåre
                %1$s-2;DKK;one;card;;;
                %1$s-1;DKK;5;card;;;
                %1$s-3;DKK;5
                %1$s-4;DKK;5;wallet;;TRUE;
                %1$s-5;DKK;5;gold;;;
                ;;;;;;
                %1$s-6;SEK;0.5;card|wallet;;;
                """
                        .formatted(prefix)
                        .replace("\n", "\r\n");

        var done = post(file, CSV).json();

        assertThat(done.get("success").asBoolean()).isFalse();
        assertThat(done.get("succeededEntries").asInt()).isEqualTo(2);
        assertThat(done.get("failedEntries").asInt()).isEqualTo(5);
        assertThat(rows(done)).containsExactly(2, 3, 4, 5, 6);
        assertThat(done.at("/Errors/0/errors").has("amount")).isTrue();
        assertThat(done.at("/Errors/1/message").asText()).contains("referenceId");
        assertThat(done.at("/Errors/2/errors/body/0").asText()).contains("3 cells");
        assertThat(done.at("/Errors/3/errors").has("sendSms")).isTrue();
        var first = show(prefix + "-1");
        assertThat(first.get("description").asText()).isEqualTo("=SUM(A1); \"two\"\r\nlines");
        assertThat(first.get("paymentProviders")).hasSize(2);
        assertThat(first.at("/customProperties/name").asText()).isEqualTo("Kåre");
        assertThat(get(done.get("href").asText())).hasSize(2);
    }

    @Test
    void linesOfJsonAreTakenAndOneThatIsNoneIsToldOf() {
        var lines = "{\"currency\":\"DKK\",\"amount\":1,\"paymentProviders\":[\"card\"],\"referenceId\":\"" + prefix
                + "\"}\n\n{\"currency\n[1]\n{\"partnerId\":2,\"currency\":\"DKK\",\"amount\":1,\"paymentProviders\":[\"card\"]}";

        var done = post(lines, LINES).json();

        assertThat(done.get("succeededEntries").asInt()).isEqualTo(1);
        assertThat(rows(done)).containsExactly(2, 3, 4);
        assertThat(done.at("/Errors/2/errors").has("partnerId")).isTrue();
        assertThat(show(prefix).get("amount").decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsNullOrBlankInALineIsAsGoodAsNotThere() {
        var lines =
                """
                {"partnerId":null,"correlationId":null,"currency":"DKK","amount":1,"paymentProviders":["card"],"ocr":null}
                {"PartnerId":1,"CorrelationId":" ","currency":"DKK","amount":2,"paymentProviders":["card"]}
                """;

        var done = post(lines, LINES).json();

        assertThat(done.get("succeededEntries").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(get(done.get("href").asText())).hasSize(2);
    }

    @Test
    void theSameImportUnderTheSameKeyIsOne() {
        var file = "currency,amount,paymentProviders,correlationId\nDKK,1,card," + prefix + "\nDKK,2,card," + prefix;

        var first = post(file, CSV, "Idempotency-Key", prefix);
        var again = post(file, CSV, "Idempotency-Key", prefix);
        var other = post(file + "\nDKK,3,card," + prefix, CSV, "Idempotency-Key", prefix);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(get(first.json().get("href").asText())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "currency,amount\nDKK,1",
                "currency,amount,paymentProviders,refernceId\nDKK,1,card,x",
                "currency,amount,paymentProviders,Amount\nDKK,1,card,1",
                "currency,amount,paymentProviders",
                "currency,amount,paymentProviders\nDKK,\"1,card"
            })
    void aFileThatCannotBeReadIsRefusedAsAWhole(String file) {
        assertThat(post(file.isEmpty() ? " " : file, CSV).status()).isEqualTo(400);
    }

    @Test
    void moreThanTwoThousandRowsAreTooMany() {
        var rows = IntStream.rangeClosed(0, 2000)
                .mapToObj(i -> "DKK," + i + ",card," + prefix + "-" + i)
                .collect(Collectors.joining("\n"));

        var refused = post("currency,amount,paymentProviders,referenceId\n" + rows, CSV);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("more than 2000 rows");
        assertThat(client.partner()
                        .get("/api/pre-transactions/ref/1/" + prefix + "-1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void otherFilesAreNotRead() {
        assertThat(post("<a/>", "text/xml").status()).isEqualTo(415);
        var elsewhere = Http.send(
                "POST",
                sandbox.uri("/api/pre-transactions"),
                "currency\nDKK",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                CSV);
        assertThat(elsewhere.status()).isEqualTo(415);
    }

    private static List<Integer> rows(JsonNode done) {
        return StreamSupport.stream(done.get("Errors").spliterator(), false)
                .map(fault -> fault.get("row").asInt())
                .toList();
    }

    private Http.Reply post(String body, String mediaType, String... headers) {
        var all = Stream.concat(
                        Stream.of("Authorization", "Bearer " + token, "Content-Type", mediaType),
                        Arrays.stream(headers))
                .toArray(String[]::new);
        return Http.send("POST", sandbox.uri("/api/pre-transactions/import"), body, all);
    }

    private JsonNode show(String reference) {
        return client.partner().get("/api/pre-transactions/ref/1/" + reference).json();
    }

    private JsonNode get(String href) {
        var address = URI.create(href);
        return Http.get(
                        sandbox.uri(address.getPath() + "?" + address.getRawQuery()),
                        "Authorization",
                        "Bearer " + token)
                .json();
    }
}
