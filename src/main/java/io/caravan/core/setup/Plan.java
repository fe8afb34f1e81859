package io.caravan.core.setup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a setup does, thing by thing. */
public record Plan(List<Step> steps) {

    /** What becomes of a thing. */
    public enum Action {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** A secret that was made for something new; it is shown once. */
    public record Made(String what, String secret) {

        public Made {
            Objects.requireNonNull(what);
            Objects.requireNonNull(secret);
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * One thing.
     *
     * @param kind as {@code issuer}
     * @param name what it is known by
     * @param changed which of its properties are new
     */
    public record Step(Action action, String kind, String name, List<String> changed, List<Made> secrets) {

        public Step {
            Objects.requireNonNull(action);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
            changed = List.copyOf(changed);
            secrets = List.copyOf(secrets);
        }
    }

    public Plan {
        steps = List.copyOf(steps);
    }

    /** What is created and what is changed, in words that name no payer; empty if nothing is. */
    public String summary() {
        return steps.stream()
                .filter(step -> step.action() != Action.UNCHANGED)
                .map(step -> step.action().name().toLowerCase(Locale.ROOT) + " " + step.kind()
                        + (step.kind().equals("payer") ? "" : " " + step.name()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** How many things become that. */
    public long count(Action action) {
        return steps.stream().filter(step -> step.action() == action).count();
    }
}
