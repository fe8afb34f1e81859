package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.InvoiceWriter.known;

import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import java.util.List;

/** Writes what merchants are told of themselves. */
final class MerchantWriter {

    private MerchantWriter() {}

    static byte[] merchant(Merchant merchant) {
        return JsonText.object(json -> json.put("MerchantId", merchant.id()));
    }

    static byte[] issuers(List<Issuer> issuers) {
        return JsonText.object(json -> json.put("InvoiceIssuers", issuers, MerchantWriter::issuer));
    }

    private static void issuer(JsonText json, Issuer issuer) {
        json.put("Id", issuer.id())
                .put("Name", issuer.name())
                .put("AccountType", "Account")
                .put("Status", word(issuer.status()))
                .put("Address", known(issuer.address().street()))
                .put("City", known(issuer.address().city()))
                .put("ZipCode", known(issuer.address().zipCode()));
    }

    private static String word(Issuer.Status status) {
        return switch (status) {
            case PENDING -> "pending";
            case ENABLED -> "enabled";
            case DISABLED -> "disabled";
        };
    }
}
