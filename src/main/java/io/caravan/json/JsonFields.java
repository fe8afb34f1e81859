package io.caravan.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.caravan.core.problem.InvalidInput;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object on their way into values. What is wrong with one is added to the faults, and it is read as
 * absent; so is null. Those that nobody asks for are left alone.
 */
public abstract class JsonFields {

    private static final Pattern STORABLE = Pattern.compile("[^\\x00\\p{Cs}]*", Pattern.DOTALL);

    private final Faults faults;

    protected JsonFields(Faults faults) {
        this.faults = faults;
    }

    /** The field of this name, if it has a value. */
    public abstract Optional<JsonNode> value(String name);

    /** How faults of a field are headed. */
    protected abstract String path(String name);

    /** What is said of a field that must be there and is not. */
    protected String missing() {
        return "is required";
    }

    protected final Faults faults() {
        return faults;
    }

    /** Whether both databases can keep this text. */
    public static boolean isStorable(String text) {
        return STORABLE.matcher(text).matches();
    }

    public final void wrong(String name, String message) {
        faults.add(path(name), message);
    }

    public final boolean has(String name) {
        return value(name).isPresent();
    }

    /** The value as read, which must be there. */
    public final <T> Optional<T> required(String name, Optional<T> read) {
        if (!has(name)) {
            wrong(name, missing());
        }
        return read;
    }

    public final Optional<String> text(String name, int longest) {
        return text(name, 0, longest);
    }

    public final Optional<String> text(String name, int shortest, int longest) {
        return value(name).flatMap(raw -> text(name, raw, shortest, longest));
    }

    protected final Optional<String> text(String name, JsonNode raw, int shortest, int longest) {
        if (!raw.isTextual()) {
            wrong(name, "must be a string");
        } else if (raw.textValue().length() < shortest || raw.textValue().length() > longest) {
            var least = shortest == 0 ? "at most " : shortest + " to ";
            wrong(name, "must be " + least + longest + " characters long");
        } else if (!isStorable(raw.textValue())) {
            wrong(name, "has a character that is not allowed");
        } else {
            return Optional.of(raw.textValue());
        }
        return Optional.empty();
    }

    public final Optional<Boolean> flag(String name) {
        return value(name).flatMap(raw -> {
            if (!raw.isBoolean()) {
                wrong(name, "must be true or false");
                return Optional.empty();
            }
            return Optional.of(raw.booleanValue());
        });
    }

    /** @throws InvalidInput all that was wrong */
    public final void refuseIfAny() {
        faults.refuseIfAny();
    }
}
