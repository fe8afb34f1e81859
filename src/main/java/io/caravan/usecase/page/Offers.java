package io.caravan.usecase.page;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.notice.Channel;
import io.caravan.core.page.Offer;
import io.caravan.core.partner.Partners;
import io.caravan.core.payment.BillingTerms;
import io.caravan.core.payment.Payment;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactionLinks;
import io.caravan.core.pretransaction.PreTransactionValues;
import io.caravan.core.pretransaction.PreTransactions;
import io.caravan.core.template.Template;
import io.caravan.usecase.pretransaction.FindPartnerTransaction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;

/** How invoices can be paid on their pages. */
final class Offers {

    private final PreTransactions preTransactions;
    private final Partners partners;
    private final FindPartnerTransaction transactions;
    private final PreTransactionLinks links;
    private final OfferedChannels channels;

    Offers(
            PreTransactions preTransactions,
            Partners partners,
            FindPartnerTransaction transactions,
            PreTransactionLinks links) {
        this.preTransactions = preTransactions;
        this.partners = partners;
        this.transactions = transactions;
        this.links = links;
        this.channels = new OfferedChannels(preTransactions, partners);
    }

    Optional<PreTransactionDetails> details(Invoice invoice) {
        return switch (invoice.draft().dialect()) {
            case MOBILEINVOICE -> preTransactions.find(invoice.id());
            case MOBILEPAY, EPAYMENT, PAYMENTINVOICES -> Optional.empty();
        };
    }

    /**
     * @param told the payment that whoever sees the page is told of
     * @param billing what may be put on phone bills
     */
    Offer of(Invoice invoice, Optional<Payment> told, BillingTerms billing) {
        return details(invoice).map(details -> of(details, told, billing)).orElse(Offer.WALLET);
    }

    private Offer of(PreTransactionDetails details, Optional<Payment> told, BillingTerms billing) {
        var names = new HashMap<>(channels.byName(details.preTransaction()));
        if (!billing.take(details.invoice().draft().total())) {
            names.values().removeIf(Channel.CARRIER::equals);
        }
        var terms = details.preTransaction().terms();
        return new Offer(
                Set.copyOf(names.values()),
                names,
                Optional.empty(),
                true,
                terms.returnUrl().map(Template::of).map(url -> url.url(values(details, told))));
    }

    /** Whether its merchant has said that its page is closed by now. */
    boolean isOver(Invoice invoice, Instant now) {
        return details(invoice)
                .filter(details -> details.preTransaction().isOver(now))
                .isPresent();
    }

    /** By which name this channel was offered. */
    Optional<String> name(PreTransactionDetails details, Channel channel) {
        var names = partners.find(details.preTransaction().merchant())
                .map(partner -> partner.settings().providers())
                .orElseThrow();
        return details.preTransaction().terms().providers().stream()
                .filter(name -> names.get(name) == channel)
                .findFirst();
    }

    private PreTransactionValues values(PreTransactionDetails details, Optional<Payment> told) {
        var values = new PreTransactionValues(details, links.page(details.preTransaction()));
        return told.flatMap(payment -> transactions.find(payment.id()))
                .map(values::with)
                .orElse(values);
    }
}
