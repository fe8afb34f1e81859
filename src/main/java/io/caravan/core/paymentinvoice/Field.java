package io.caravan.core.paymentinvoice;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that a merchant or a payer gives.
 *
 * @param regexp what it must match in full, in the language of RE2, whose time grows only as the value does
 */
public record Field(String key, boolean required, String regexp) {

    private static final int LONGEST = 1000;

    /** @throws IllegalArgumentException if the pattern is none of RE2's */
    public Field {
        Objects.requireNonNull(key);
        try {
            Pattern.compile(regexp);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The pattern of " + key + " cannot be used: " + e.getDescription(), e);
        }
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
