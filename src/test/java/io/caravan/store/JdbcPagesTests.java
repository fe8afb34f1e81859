package io.caravan.store;

import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aMerchant;
import static io.caravan.support.Fixtures.anInvoice;
import static io.caravan.support.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.page.Page;
import io.caravan.core.page.PageTokens;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.util.List;
import java.util.Map;

class JdbcPagesTests {

    private final PageTokens tokens = new PageTokens("a", Map.of("a", new byte[32]));

    @OnBothDatabases
    void aPageIsFoundByItsTokenAndByItsInvoice(StoreFixture store) {
        var pages = new JdbcPages(store.jdbc(), tokens);
        var page = tokens.first(stored(store));

        store.inTransaction(() -> pages.add(List.of(page, tokens.first(stored(store)))));

        assertThat(store.inTransaction(() -> pages.find(tokens.of(page)))).contains(page.invoice());
        assertThat(store.inTransaction(() -> pages.of(page.invoice()))).contains(page);
    }

    @OnBothDatabases
    void aTokenThatIsNotStoredOpensNothing(StoreFixture store) {
        var pages = new JdbcPages(store.jdbc(), tokens);
        var page = tokens.first(stored(store));
        store.inTransaction(() -> pages.add(List.of(page)));

        var later = new Page(page.invoice(), 2, page.key());

        assertThat(store.inTransaction(() -> pages.find(tokens.of(later)))).isEmpty();
        assertThat(store.inTransaction(() -> pages.of(InvoiceId.random()))).isEmpty();
    }

    private static InvoiceId stored(StoreFixture store) {
        var issuer = store.stored(anIssuer(store.stored(aMerchant()).id()));
        var invoice = anInvoice(issuer.merchant(), aDraft().from(issuer.id()).asLink());
        store.inTransaction(() -> new JdbcInvoices(store.jdbc())
                .add(invoice, invoice.draft().fingerprint(invoice.merchant()), invoice.createdAt()));
        return invoice.id();
    }
}
