package io.caravan.core.dialect;

/** What a dialect says to requests on its paths that never reach its routes. */
public interface Door {

    /** Whether requests on this path are this dialect's. It starts with a slash and is in lower case: case does not count. */
    boolean covers(String path);

    /** Whether bodies of this media type are read; it comes as in the request, with parameters. */
    boolean reads(String mediaType);

    /** Whether bodies of this media type are read on this path, which it covers. */
    default boolean reads(String path, String mediaType) {
        return reads(mediaType);
    }

    /** The refusal in the dialect's own error form. */
    Answer refuse(Refusal refusal, String correlationId);

    /**
     * The same, for a reason that the caller may know.
     *
     * @param why in a few words
     */
    default Answer refuse(Refusal refusal, String why, String correlationId) {
        return refuse(refusal, correlationId);
    }
}
