package io.caravan.usecase.callback;

import io.caravan.core.callback.CallbackUrls;
import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.problem.InvalidInput;
import java.util.regex.Pattern;

/**
 * Sends a merchant's callbacks elsewhere, those that wait included. The URL is checked before the transaction: no
 * connection is held while a name is resolved.
 */
public class ChangeEndpoint {

    /** What a header's value may consist of, RFC 9110; a line break in it would be another header. */
    private static final Pattern HEADER = Pattern.compile("([\\x21-\\x7E]([\\x20-\\x7E]{0,2046}[\\x21-\\x7E])?)?");

    private final CallbackUrls urls;
    private final StoreEndpoint storeEndpoint;

    public ChangeEndpoint(CallbackUrls urls, StoreEndpoint storeEndpoint) {
        this.urls = urls;
        this.storeEndpoint = storeEndpoint;
    }

    /** @throws InvalidInput if callbacks may not go there, or the credential cannot be sent in a header */
    public void change(EndpointRequest request) {
        urls.check(request.url());
        if (!HEADER.matcher(request.authorizationHeader()).matches()) {
            throw InvalidInput.of(
                    "Authorization", "The credential must consist of at most 2048 printable ASCII characters");
        }
        storeEndpoint.store(request);
    }
}
