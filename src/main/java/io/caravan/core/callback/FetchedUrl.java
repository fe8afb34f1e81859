package io.caravan.core.callback;

/**
 * Tells endpoints whose URL is fetched with a GET from the others, to which callbacks are posted: by what they begin with.
 */
public final class FetchedUrl {

    private static final String MARK = "get+";

    private FetchedUrl() {}

    /** The endpoint at which this URL is fetched. */
    public static String endpoint(String url) {
        return MARK + url;
    }

    /** Whether the URL of this endpoint is fetched. */
    public static boolean is(String endpoint) {
        return endpoint.startsWith(MARK);
    }

    /** The URL of an endpoint of either kind, as its merchant has given it. */
    public static String url(String endpoint) {
        return is(endpoint) ? endpoint.substring(MARK.length()) : endpoint;
    }
}
