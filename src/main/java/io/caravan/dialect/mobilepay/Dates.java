package io.caravan.dialect.mobilepay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Days as clients write them: {@code 2018-03-12}, or a point in time of which the day, as written, counts. */
final class Dates {

    private static final int DAY_LENGTH = 10;
    private static final int LONGEST = 40;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    static Optional<LocalDate> read(String text) {
        try {
            return text.length() == DAY_LENGTH
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.of(text).filter(t -> t.length() <= LONGEST).map(t -> LocalDate.parse(t, TIME));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
