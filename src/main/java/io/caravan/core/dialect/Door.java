package io.caravan.core.dialect;

/** What a dialect says to requests on its paths that never reach its routes. */
public interface Door {

    /** Whether requests on this path, which starts with a slash, are this dialect's. */
    boolean covers(String path);

    /** Whether bodies of this media type, parameters included, are read. */
    boolean reads(String mediaType);

    /** The refusal in the dialect's own error form. */
    Answer refuse(Refusal refusal, String correlationId);
}
