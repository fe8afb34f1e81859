package io.caravan.ops.setup;

import io.caravan.core.problem.InvalidInput;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is wrong with a setup, by JSON pointers. */
final class SetupFaults {

    private static final String SETTING = "${";
    private static final String PLAIN = "\\${";

    private final Set<InvalidInput.Violation> faults = new LinkedHashSet<>();
    private final Set<String> named = new HashSet<>();
    private final UnaryOperator<String> placeholders;

    SetupFaults(UnaryOperator<String> placeholders) {
        this.placeholders = placeholders;
    }

    /** The text so that it is read as it is. */
    static String plain(String text) {
        return text.replace(SETTING, PLAIN);
    }

    void add(String pointer, String message) {
        faults.add(new InvalidInput.Violation(pointer, message));
    }

    int count() {
        return faults.size();
    }

    /** The text with settings in place of <code>${...}</code>; <code>\${</code> is no setting. */
    String resolved(String text, String pointer) {
        if (!text.contains(SETTING)) {
            return text;
        }
        try {
            return Arrays.stream(text.split(Pattern.quote(PLAIN), -1))
                    .map(part -> part.contains(SETTING) ? placeholders.apply(part) : part)
                    .collect(Collectors.joining(SETTING));
        } catch (IllegalArgumentException e) {
            add(pointer, "names a setting that is not known here");
            return text;
        }
    }

    /** Things of a kind have different names. */
    void once(String kind, Object name, String pointer) {
        if (!named.add(kind + " " + name)) {
            add(pointer, "is there twice");
        }
    }

    /** @throws InvalidInput if there is any */
    void check() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(List.copyOf(faults));
        }
    }
}
