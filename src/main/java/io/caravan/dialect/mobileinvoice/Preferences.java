package io.caravan.dialect.mobileinvoice;

import io.caravan.core.problem.InvalidInput;
import java.util.Locale;
import java.util.stream.Stream;

/** What callers say in headers about the answer that they want. A header is null if nothing was said. */
final class Preferences {

    private Preferences() {}

    /** @throws InvalidInput {@code Accept}, if the caller takes nothing but XML */
    static void checkAccept(String accept) {
        var types = lower(accept);
        if (types.contains("xml") && Stream.of("json", "csv", "*").noneMatch(types::contains)) {
            throw InvalidInput.of("Accept", "must allow application/json");
        }
    }

    static boolean wantsCsv(String accept) {
        return lower(accept).contains("text/csv");
    }

    /** Whether what was created is to be shown in full. */
    static boolean wantsAll(String prefer) {
        return lower(prefer).replace(" ", "").contains("return=representation");
    }

    private static String lower(String header) {
        return header == null ? "" : header.toLowerCase(Locale.ROOT);
    }
}
