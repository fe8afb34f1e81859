package io.caravan.web;

import java.util.Optional;

/** Names by which callers say who they are. */
final class Names {

    private Names() {}

    /** Empty if nobody can have this name: PostgreSQL takes no U+0000, not even to look for it. */
    static Optional<String> possible(String name) {
        return Optional.of(name).filter(text -> text.indexOf('\0') < 0);
    }
}
