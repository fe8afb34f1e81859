package io.caravan.dialect.mobileinvoice;

import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.callback.FetchedUrl;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.pretransaction.PreTransactionDraft;
import io.caravan.core.pretransaction.SingleCallbacks;
import java.util.List;
import java.util.Optional;

/** The callback URLs that come with a pre-transaction: templates, and maybe with a user in them. */
final class StatusCallbacks {

    private StatusCallbacks() {}

    /** The endpoints of this draft. */
    static SingleCallbacks of(PreTransactionDraft draft) {
        var merchant = draft.partner().merchant();
        return new SingleCallbacks(
                places(draft.terms().statusCallbackUrl(), merchant),
                places(draft.terms().smsStatusCallbackUrl(), merchant));
    }

    private static List<EndpointRequest> places(Optional<String> template, MerchantId merchant) {
        return template.stream()
                .map(url -> EndpointRequest.withUserInfo(merchant, Dialect.MOBILEINVOICE, url))
                .map(place -> new EndpointRequest(
                        merchant, Dialect.MOBILEINVOICE, FetchedUrl.endpoint(place.url()), place.authorizationHeader()))
                .toList();
    }

    /** The draft as it is stored and told: without users and passwords. */
    static PreTransactionDraft withoutUsers(PreTransactionDraft draft) {
        var merchant = draft.partner().merchant();
        return new PreTransactionDraft(
                draft.partner(),
                draft.amount(),
                draft.msisdn(),
                draft.referenceId(),
                draft.correlationId(),
                draft.expiresAt(),
                draft.terms().withCallbacks(url -> EndpointRequest.withUserInfo(merchant, Dialect.MOBILEINVOICE, url)
                        .url()));
    }
}
