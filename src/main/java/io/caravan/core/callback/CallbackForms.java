package io.caravan.core.callback;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.event.Event;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms of all dialects that send callbacks. */
public final class CallbackForms {

    private final Map<Dialect, CallbackForm> forms = new EnumMap<>(Dialect.class);

    public CallbackForms(Collection<? extends CallbackForm> forms) {
        forms.forEach(form -> this.forms.put(form.dialect(), form));
    }

    public boolean tells(Event event) {
        return Optional.ofNullable(forms.get(event.dialect()))
                .map(form -> form.tells(event.type()))
                .orElse(false);
    }

    /** The dialects that send callbacks. */
    public Set<Dialect> dialects() {
        return Set.copyOf(forms.keySet());
    }

    /** The form of a dialect that has one. */
    public CallbackForm of(Dialect dialect) {
        return Optional.ofNullable(forms.get(dialect))
                .orElseThrow(() -> new IllegalArgumentException(dialect + " sends no callbacks"));
    }
}
