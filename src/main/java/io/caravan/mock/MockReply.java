package io.caravan.mock;

import java.util.Map;

/** What a mock answers: a status, a media type and a text. */
public record MockReply(int status, String mediaType, String text) {

    static MockReply json(int status, String text) {
        return new MockReply(status, "application/json", text);
    }

    static MockReply html(String text) {
        return new MockReply(200, "text/html;charset=utf-8", text);
    }

    static MockReply problem(int status, String problem) {
        return json(status, MockJson.write(Map.of("problem", problem)));
    }
}
