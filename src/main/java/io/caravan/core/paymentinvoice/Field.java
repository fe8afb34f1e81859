package io.caravan.core.paymentinvoice;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that a merchant or a payer gives.
 *
 * @param regexp what it must match in full, in the language of RE2, whose time grows only as the value does; slashes
 *     around it, as PHP has them, are left out
 * @param type as what a page asks for it: a type of inputs in HTML; text if there is none
 */
public record Field(String key, boolean required, String regexp, String type) {

    private static final int LONGEST = 1000;
    private static final String TEXT = "text";
    private static final List<String> TYPES = List.of(TEXT, "number", "tel", "email", "date");
    private static final Pattern DELIMITED = Pattern.compile("/(.*)/([a-z]*)", Pattern.DOTALL);

    /** @throws IllegalArgumentException if the pattern is none of RE2's, or pages know no such type */
    public Field {
        Objects.requireNonNull(key);
        type = type == null ? TEXT : type;
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("The type of " + key + " must be one of " + String.join(", ", TYPES));
        }
        regexp = bare(regexp);
        try {
            Pattern.compile(regexp);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The pattern of " + key + " cannot be used: " + e.getDescription(), e);
        }
    }

    public Field(String key, boolean required, String regexp) {
        this(key, required, regexp, TEXT);
    }

    private static String bare(String regexp) {
        var delimited = DELIMITED.matcher(regexp);
        if (!delimited.matches()) {
            return regexp;
        }
        var flags = delimited.group(2).replaceAll("[^ims]", "");
        return (flags.isEmpty() ? "" : "(?" + flags + ")") + delimited.group(1);
    }

    /** What is wrong with this value, if anything is. */
    public Optional<String> fault(Optional<String> value) {
        if (value.isEmpty()) {
            return required ? Optional.of("is required") : Optional.empty();
        }
        var fits = value.get().length() <= LONGEST && Pattern.matches(regexp, value.get());
        return fits ? Optional.empty() : Optional.of("must match " + regexp);
    }
}
