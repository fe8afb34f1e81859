package io.caravan.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The wallet app, which acts for payers over the consumer API. */
public final class WalletClient {

    private WalletClient() {}

    /** Pays the invoice now, as the payer with this phone number. */
    public static Http.Reply payAt(Function<String, URI> service, String phone, String invoiceId, String... headers) {
        return answer(service, phone, invoiceId, "accept", headers);
    }

    public static Http.Reply rejectAt(Function<String, URI> service, String phone, String invoiceId) {
        return answer(service, phone, invoiceId, "reject");
    }

    private static Http.Reply answer(
            Function<String, URI> service, String phone, String invoiceId, String verb, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        Collections.addAll(
                all,
                "Authorization",
                "Bearer " + MerchantClient.token(service, "sandbox-wallet", "sandbox-wallet-secret"),
                "AuthenticatedUser",
                "00000000-0000-4000-9000-" + "0".repeat(12 - (phone.length() - 1)) + phone.substring(1),
                "Content-Type",
                "application/json");
        return Http.send(
                "PUT",
                service.apply("/api/v1/consumers/me/invoices/" + invoiceId + "/" + verb),
                "{}",
                all.toArray(String[]::new));
    }
}
