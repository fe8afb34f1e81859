package io.caravan.web.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.caravan.core.ops.OperatorRequest;
import io.caravan.core.ops.Position;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the next page of a list of the console begins, as its address says. */
class PositionsTests {

    private static final String ID = "71b5f99a-0585-57a6-ac93-f2c0344bb67d";

    @Test
    void aPlaceIsATimeAndAnId() {
        var position = Positions.read(after("2026-11-21T10:00:00Z_" + ID), "after");

        assertThat(position).isEqualTo(new Position(Instant.parse("2026-11-21T10:00:00Z"), UUID.fromString(ID)));
        assertThat(Positions.read(after(""), "after")).isEqualTo(Position.FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "2026-11-21T10:00:00Z",
                "2026-11-21T10:00:00Z_x",
                "+999999999-12-31T23:59:59Z_" + ID,
                "-999999999-01-01T00:00:00Z_" + ID,
                "2026-11-21T10:00:00Z_" + ID + "\0"
            })
    void whatCanBeNoPlaceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Positions.read(after(text), "after"));
    }

    private static OperatorRequest after(String text) {
        return new OperatorRequest("ops", false, "token", Map.of("after", text));
    }
}
