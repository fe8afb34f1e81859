package io.caravan.web.ops;

import java.util.List;
import java.util.Optional;

/**
 * A page of the console, as it is drawn.
 *
 * @param place which entry of the navigation it belongs to
 * @param said what has come of what its reader did; may be empty
 * @param tone of that: {@code good}, {@code note} or {@code bad}
 */
public record Sheet(String title, Optional<Place> place, String said, String tone, List<Section> sections) {

    public Sheet {
        sections = List.copyOf(sections);
    }

    static Sheet of(Place place, Section... sections) {
        return new Sheet(place.title(), Optional.of(place), "", "", List.of(sections));
    }

    static Sheet of(String title, Place place, Section... sections) {
        return new Sheet(title, Optional.of(place), "", "", List.of(sections));
    }

    Sheet saying(String words, String tone) {
        return new Sheet(title, place, words, tone, sections);
    }
}
