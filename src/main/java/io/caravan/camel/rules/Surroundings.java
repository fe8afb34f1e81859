package io.caravan.camel.rules;

import java.util.Optional;

/** What routes run in. */
public interface Surroundings {

    /** The type of a bean that routes can call. */
    Optional<Class<?>> bean(String name);

    /** A setting, as it is or by default. */
    Optional<String> setting(String name);
}
