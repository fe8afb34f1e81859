package io.caravan.usecase.page;

import io.caravan.core.access.CheckoutKey;
import io.caravan.core.access.CheckoutKeys;
import io.caravan.core.access.CommerceAccounts;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.page.PageRefused;
import io.caravan.core.paymentinvoice.CheckoutLink;
import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import java.util.Map;
import java.util.Optional;

/** Finds out what a link of a shop asks for, and in whose name. */
public class FindCheckout {

    private final CheckoutKeys keys;
    private final CommerceAccounts accounts;
    private final Merchants merchants;

    public FindCheckout(CheckoutKeys keys, CommerceAccounts accounts, Merchants merchants) {
        this.keys = keys;
        this.accounts = accounts;
        this.merchants = merchants;
    }

    /**
     * The payment invoice as the link wants it.
     *
     * @throws PageRefused UNKNOWN if nobody has this key, or the merchant is disabled
     */
    public PaymentInvoiceDraft find(CheckoutLink link) {
        return keys.find(link.publicKey())
                .flatMap(key -> accounts.find(key.account())
                        .flatMap(account -> merchants.find(account.merchant()))
                        .filter(Merchant::enabled)
                        .map(merchant -> draft(link, key, merchant)))
                .orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
    }

    private static PaymentInvoiceDraft draft(CheckoutLink link, CheckoutKey key, Merchant merchant) {
        return new PaymentInvoiceDraft(
                merchant.id(),
                key.account(),
                Optional.of(link.reference()),
                link.amount(),
                link.currency(),
                link.service(),
                key.testMode(),
                Optional.empty(),
                new PaymentInvoiceTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        key.returnUrl(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                link.hash());
    }
}
