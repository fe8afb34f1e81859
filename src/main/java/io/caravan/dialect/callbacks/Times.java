package io.caravan.dialect.callbacks;

import io.caravan.core.time.Instants;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads points in time. */
final class Times {

    private Times() {}

    /** A time with an offset; or a day, which begins where the merchant is. A blank stands for an unescaped plus. */
    static Optional<Instant> read(String text, ZoneId zone, boolean wholeDay) {
        try {
            var at = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(wholeDay ? 1 : 0)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return Optional.of(at).filter(Instants::isStorable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
