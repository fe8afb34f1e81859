package io.caravan.ops.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.Enrollment;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.setup.AccountTerms;
import io.caravan.core.setup.ClientTerms;
import io.caravan.core.setup.MerchantTerms;
import java.util.Locale;

/** Writes merchants and what is theirs, as {@link MerchantReader} reads it. */
final class MerchantWriter {

    private MerchantWriter() {}

    static ObjectNode merchant(MerchantTerms terms) {
        var merchant = terms.merchant();
        var node = SetupWriter.object()
                .put("id", merchant.id().toString())
                .put("name", merchant.name())
                .put("country", merchant.country())
                .put("currency", merchant.currency().getCurrencyCode())
                .put("zone", merchant.zone().getId())
                .put("vatNumber", merchant.vatNumber());
        terms.enabled().ifPresent(enabled -> node.put("enabled", enabled));
        return node;
    }

    static ObjectNode issuer(Issuer issuer) {
        var node = SetupWriter.object().put("id", issuer.id().toString()).put("name", issuer.name());
        put(node, "street", issuer.address().street());
        put(node, "zipCode", issuer.address().zipCode());
        put(node, "city", issuer.address().city());
        return node.put("status", issuer.status().name().toLowerCase(Locale.ROOT))
                .put("payoutAccount", issuer.payoutAccount());
    }

    /** Without the credential that is sent there. */
    static ObjectNode hook(Enrollment.Hook hook) {
        return SetupWriter.object().put("dialect", hook.dialect().text()).put("url", hook.url());
    }

    static ObjectNode client(ClientTerms terms) {
        var node = SetupWriter.object().put("id", terms.id());
        terms.enabled().ifPresent(enabled -> node.put("enabled", enabled));
        return node;
    }

    static ObjectNode account(AccountTerms terms) {
        var node = SetupWriter.object().put("id", terms.id());
        if (!terms.checkouts().isEmpty()) {
            node.set(
                    "checkouts",
                    SetupWriter.list(terms.checkouts().stream()
                            .map(MerchantWriter::checkout)
                            .toList()));
        }
        return node;
    }

    private static ObjectNode checkout(CheckoutKey key) {
        var node = SetupWriter.object().put("publicKey", key.publicKey());
        key.returnUrl().ifPresent(url -> node.put("returnUrl", url));
        return node;
    }

    private static void put(ObjectNode node, String name, String text) {
        if (!text.isBlank()) {
            node.put(name, text);
        }
    }
}
