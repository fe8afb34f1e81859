package io.caravan.dialect.mobilepay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.dialect.Refusal;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTests {

    static final ObjectMapper JSON = new ObjectMapper();

    final Errors errors = new Errors(10);

    /** The table in docs/dialects/mobilepay.md. Change both, or neither. */
    @Test
    void problemsHaveTheCodesThatAreDocumented() throws IOException {
        var page = Files.readString(Path.of("docs/dialects/mobilepay.md"));
        var documented = Pattern.compile("(?m)^\\| ([0-9]{5}|null) \\| [0-9]{3} \\| .* \\|$")
                .matcher(page)
                .results()
                .map(match -> match.group())
                .toList();

        var coded = new ArrayList<String>();
        for (var code : ProblemCode.values()) {
            var answer = errors.answer(Problem.of(code, "x"), "id");
            var envelope = JSON.readTree(answer.body());
            coded.add("| " + envelope.path("error_code").asText() + " | " + answer.status() + " | "
                    + envelope.path("error_description").asText() + " |");
        }

        assertThat(coded).as("nothing else is documented").containsAll(documented);
        assertThat(documented)
                .as("all that have a number are documented; others may be problems of other APIs")
                .containsAll(coded.stream()
                        .filter(line -> !line.startsWith("| null"))
                        .toList());
        assertThat(documented).isSortedAccordingTo(Comparator.comparing(line -> line.substring(0, 7)));
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400, InputError",
        "UNAUTHENTICATED, 401, InputError",
        "FORBIDDEN, 403, InputError",
        "NOT_FOUND, 404, DomainError",
        "METHOD_NOT_ALLOWED, 405, InputError",
        "TOO_SLOW, 408, InputError",
        "TOO_LARGE, 413, InputError",
        "MEDIA_TYPE, 415, InputError",
        "TOO_MANY, 429, InputError",
        "BROKEN, 500, ServerError",
        "BUSY, 503, ServerError"
    })
    void aRefusalIsToldInTheEnvelope(Refusal refusal, int status, String error) throws IOException {
        var answer = errors.answer(refusal, "8c15");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(JSON.createObjectNode()
                        .put("correlation_id", "8c15")
                        .put("error", error)
                        .putNull("error_code")
                        .put("error_description", refusal.summary())
                        .put("error_context", "Invoices"));
    }
}
