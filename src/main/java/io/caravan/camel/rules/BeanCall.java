package io.caravan.camel.rules;

import java.util.Arrays;

/** A call as written in a route: {@code find} or {@code find(${body}, 'x')}. */
record BeanCall(String text) {

    /** Whether a method of the type can be meant. */
    boolean fits(Class<?> type) {
        var method = text.replaceFirst("(?s)\\(.*", "");
        return Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .anyMatch(candidate -> !text.contains("(") || candidate.getParameterCount() == arguments());
    }

    /** Commas in texts and in nested calls do not count. */
    private int arguments() {
        var inside = text.substring(text.indexOf('(') + 1, Math.max(text.indexOf('(') + 1, text.lastIndexOf(')')))
                .replaceAll("'[^']*'", "text");
        if (inside.isBlank()) {
            return 0;
        }
        int depth = 0;
        int count = 1;
        for (char c : inside.toCharArray()) {
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                count++;
            }
        }
        return count;
    }
}
