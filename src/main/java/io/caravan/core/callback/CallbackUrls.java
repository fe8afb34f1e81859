package io.caravan.core.callback;

/** Where callbacks may go. */
public interface CallbackUrls {

    /**
     * Looks at the URL and, as far as its host can be resolved now, at its addresses.
     *
     * @throws io.caravan.core.problem.InvalidInput if callbacks may not go there
     */
    void check(String url);
}
