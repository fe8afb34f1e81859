package io.caravan.usecase.pretransaction;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.Pages;
import io.caravan.core.pretransaction.Landing;
import io.caravan.core.pretransaction.LandingRequest;
import io.caravan.core.pretransaction.PreTransactionDetails;
import io.caravan.core.pretransaction.PreTransactions;
import java.util.Optional;

/** Finds where a link of a pre-transaction leads. It changes nothing. */
public class FindLanding {

    private final PreTransactions preTransactions;
    private final Pages pages;

    public FindLanding(PreTransactions preTransactions, Pages pages) {
        this.preTransactions = preTransactions;
        this.pages = pages;
    }

    /** @throws PageRefused UNKNOWN if it leads nowhere */
    public Landing find(LandingRequest request) {
        var found = request.code().flatMap(preTransactions::find).or(() -> byId(request));
        return found.filter(details -> !details.preTransaction().direct())
                .flatMap(details -> pages.of(details.invoice().id())
                        .map(page -> new Landing(details, page, request.code().isPresent())))
                .orElseThrow(() -> new PageRefused(PageRefused.Reason.UNKNOWN));
    }

    private Optional<PreTransactionDetails> byId(LandingRequest request) {
        return request.id()
                .flatMap(id -> preTransactions.find(new InvoiceId(id)).or(() -> preTransactions.findByLink(id)))
                .filter(details -> details.preTransaction().partner() == request.partner());
    }
}
