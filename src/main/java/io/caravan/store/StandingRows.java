package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.optionalInstant;

import io.caravan.core.callback.Standing;
import io.caravan.core.callback.Suspension;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** How an endpoint stands, in the columns of its row. */
final class StandingRows {

    private StandingRows() {}

    static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("failures"),
                subjects(row.getString("failed_subjects")),
                row.getInt("width"),
                suspension(row));
    }

    private static Optional<Suspension> suspension(ResultSet row) throws SQLException {
        var since = optionalInstant(row, "suspended_at");
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(new Suspension(since.get(), row.getInt("probes"), instant(row, "probe_at")));
    }

    private static Set<UUID> subjects(String text) {
        return text == null
                ? Set.of()
                : Arrays.stream(text.split(" ")).map(UUID::fromString).collect(Collectors.toSet());
    }

    /** Null for none. */
    static String text(Set<UUID> subjects) {
        return subjects.isEmpty()
                ? null
                : subjects.stream().map(UUID::toString).sorted().collect(Collectors.joining(" "));
    }
}
