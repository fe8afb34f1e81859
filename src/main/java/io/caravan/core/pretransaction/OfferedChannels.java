package io.caravan.core.pretransaction;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.notice.Channel;
import io.caravan.core.partner.Partners;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** By which channels invoices can be paid: partners say so of each of theirs, all others are for the wallet. */
public final class OfferedChannels {

    private final PreTransactions preTransactions;
    private final Partners partners;

    public OfferedChannels(PreTransactions preTransactions, Partners partners) {
        this.preTransactions = preTransactions;
        this.partners = partners;
    }

    /** Whether a wallet may pay the invoice. */
    public boolean haveWallet(Invoice invoice) {
        return switch (invoice.draft().dialect()) {
            case MOBILEPAY, EPAYMENT, PAYMENTINVOICES -> true;
            case MOBILEINVOICE ->
                preTransactions
                        .find(invoice.id())
                        .filter(details -> of(details.preTransaction()).contains(Channel.PUSH))
                        .isPresent();
        };
    }

    public Set<Channel> of(PreTransaction preTransaction) {
        return Set.copyOf(byName(preTransaction).values());
    }

    /** By the names under which they are offered, as far as the partner still has these. */
    public Map<String, Channel> byName(PreTransaction preTransaction) {
        var channels = partners.find(preTransaction.merchant())
                .map(partner -> partner.settings().providers())
                .orElseThrow();
        return preTransaction.terms().providers().stream()
                .filter(channels::containsKey)
                .collect(Collectors.toMap(Function.identity(), channels::get, (first, again) -> first));
    }
}
