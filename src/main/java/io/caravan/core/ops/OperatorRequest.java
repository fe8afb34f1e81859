package io.caravan.core.ops;

import java.util.Map;
import java.util.Objects;

/**
 * What an operator asks the console for.
 *
 * @param operator the name; empty before the login
 * @param acts whether the operator may act, and not only look
 * @param formToken what each form has to bring back, so that no other site can send it
 * @param fields of the address and of the form, without blanks around them
 */
public record OperatorRequest(String operator, boolean acts, String formToken, Map<String, String> fields) {

    public OperatorRequest {
        Objects.requireNonNull(operator);
        Objects.requireNonNull(formToken);
        fields = Map.copyOf(fields);
    }

    /** Without the fields, which may be secrets. */
    @Override
    public String toString() {
        return "request of " + operator;
    }

    /**
     * Empty if it was not sent.
     *
     * @throws IllegalArgumentException if it has U+0000, which nothing is called and PostgreSQL takes nowhere
     */
    public String field(String name) {
        var text = fields.getOrDefault(name, "");
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("'" + name + "' has a character that is none.");
        }
        return text;
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }
}
