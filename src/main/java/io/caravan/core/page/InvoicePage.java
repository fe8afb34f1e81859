package io.caravan.core.page;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceDetails;
import io.caravan.core.merchant.Issuer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.payment.Payment;
import io.caravan.core.prompt.Prompt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the page of an invoice shows.
 *
 * @param today in the merchant's zone
 * @param scheduled the chosen day, if a payment is still to be tried
 * @param refusal why the last attempt failed, in the provider's word
 * @param prompt the one that was made on this page
 * @param payment the one that was begun on this page, with a card or on a phone bill
 * @param charge on a phone bill: the one that was begun on this page, or that waits for whoever sees it
 * @param offer how it can be paid
 * @param now in real time
 */
public record InvoicePage(
        PageToken token,
        PageState state,
        Invoice invoice,
        Issuer issuer,
        Merchant merchant,
        LocalDate today,
        Optional<LocalDate> scheduled,
        Optional<String> refusal,
        Optional<Prompt> prompt,
        Optional<Payment> payment,
        Optional<PhoneCharge> charge,
        Offer offer,
        Instant now) {

    public InvoicePage {
        Objects.requireNonNull(token);
        Objects.requireNonNull(state);
        Objects.requireNonNull(invoice);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(merchant);
        Objects.requireNonNull(today);
        Objects.requireNonNull(scheduled);
        Objects.requireNonNull(refusal);
        Objects.requireNonNull(prompt);
        Objects.requireNonNull(payment);
        Objects.requireNonNull(charge);
        Objects.requireNonNull(offer);
        Objects.requireNonNull(now);
    }

    /** For a payer who has chosen how to pay: as long as nothing has been tried, the page has this way only. */
    public InvoicePage choosing(Optional<String> provider) {
        if (provider.isEmpty() || state != PageState.OPEN) {
            return this;
        }
        return new InvoicePage(
                token,
                state,
                invoice,
                issuer,
                merchant,
                today,
                scheduled,
                refusal,
                prompt,
                payment,
                charge,
                offer.choosing(provider.get()),
                now);
    }

    /**
     * What a document of the invoice says.
     *
     * @throws PageRefused UNKNOWN if the link has expired
     */
    public InvoiceDetails details() {
        if (state == PageState.EXPIRED || invoice.tellsOnlyItsStatus()) {
            throw new PageRefused(PageRefused.Reason.UNKNOWN);
        }
        return new InvoiceDetails(invoice, issuer, merchant, Optional.empty());
    }
}
