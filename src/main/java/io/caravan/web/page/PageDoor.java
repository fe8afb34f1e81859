package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.Door;
import io.caravan.core.dialect.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What hosted pages say to requests that never reach a route. Nobody knows their language. */
public final class PageDoor implements Door {

    private static final String ROOT = "../";

    private final Drawing drawing;

    public PageDoor(Drawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public boolean covers(String path) {
        return Stream.of("/i/", "/assets/", "/pre-transactions/", "/s/").anyMatch(path::startsWith);
    }

    @Override
    public boolean reads(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public Answer refuse(Refusal refusal, String correlationId) {
        return PageFailure.of(refusal).draw(drawing, Language.EN, ROOT, Optional.empty(), refusal.status());
    }
}
