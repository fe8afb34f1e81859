package io.caravan.dialect.mobilepay;

import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** A merchant, its issuer, and the documented invoice. */
final class Fixtures {

    private Fixtures() {}

    static Merchant aMerchant() {
        return aMerchant("DKK");
    }

    static Merchant aMerchant(String currency) {
        return new Merchant(
                MerchantId.parse("f3dd9011-d930-4063-901d-2a47621e5b76").orElseThrow(),
                "Snowboard gear shop",
                "DK",
                Currency.getInstance(currency),
                ZoneId.of("Europe/Copenhagen"),
                "DK12345678",
                true);
    }

    static Caller aCaller() {
        return new Caller("client", Optional.of(aMerchant()), Optional.empty(), Set.of(Scope.INVOICE));
    }

    static Issuer anIssuer() {
        return new Issuer(
                IssuerId.parse("efd08c19-24cf-4833-a4a4-bfa7bd58fbb2").orElseThrow(),
                aMerchant().id(),
                "Snowboard gear shop, Copenhagen",
                new Issuer.Address("Edwin Rahrs Vej 2-12", "8220", ""),
                Issuer.Status.ENABLED,
                true);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static InvoiceDraft read(String json) {
        return InvoiceReader.read(Json.object(bytes(json)), aMerchant(), Delivery.DIRECT);
    }

    static Invoice anInvoice() {
        return Invoice.create(
                InvoiceId.parse("63679ab7-cc49-4f75-80a7-86217fc105ea").orElseThrow(),
                aMerchant().id(),
                read(Golden.read("create-invoice.json")),
                Instant.parse("2018-02-12T10:00:00Z"));
    }
}
