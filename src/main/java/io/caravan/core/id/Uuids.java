package io.caravan.core.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How identifiers are read and made. */
public final class Uuids {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final TimeBasedEpochGenerator ORDERED = Generators.timeBasedEpochGenerator();
    private static final NameBasedGenerator DERIVED = Generators.nameBasedGenerator();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final char[] BASE32 = DIGITS.toCharArray();

    private Uuids() {}

    /** The UUID in its 36-character form; the shorter forms that {@link UUID#fromString} accepts are refused. */
    public static Optional<UUID> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A UUID of version 7: rows inserted one after the other lie side by side in an index. */
    public static UUID ordered() {
        return ORDERED.generate();
    }

    /** The same UUID (version 5) for the same name, always and everywhere. */
    public static UUID derived(String name) {
        return DERIVED.generate(name);
    }

    /** The UUID as 26 characters of Crockford's base 32, as in a ULID. */
    public static String base32(UUID uuid) {
        var out = new char[26];
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        for (int i = 25; i >= 0; i--) {
            out[i] = BASE32[(int) (low & 31)];
            low = (low >>> 5) | (high << 59);
            high >>>= 5;
        }
        return new String(out);
    }

    /** Reads what {@link #base32} has written. */
    public static Optional<UUID> parseBase32(String text) {
        if (text.length() != 26) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (char c : text.toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        var uuid = new UUID(high, low);
        return base32(uuid).equals(text) ? Optional.of(uuid) : Optional.empty();
    }
}
