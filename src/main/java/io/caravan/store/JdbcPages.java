package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.page.Page;
import io.caravan.core.page.PageToken;
import io.caravan.core.page.PageTokens;
import io.caravan.core.page.Pages;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages in their table, which has the hashes of tokens and no token. */
public final class JdbcPages implements Pages {

    private static final int BATCH = 500;

    private final JdbcOperations jdbc;
    private final JdbcClient client;
    private final PageTokens tokens;

    public JdbcPages(TransactionalJdbc jdbc, PageTokens tokens) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.tokens = tokens;
    }

    @Override
    public void add(List<Page> pages) {
        jdbc.batchUpdate(
                "insert into page (invoice_id, token_hash, version, key_id) values (?, ?, ?, ?)",
                pages,
                BATCH,
                (statement, page) -> {
                    statement.setObject(1, page.invoice().value());
                    statement.setBytes(2, tokens.of(page).hash());
                    statement.setInt(3, page.version());
                    statement.setString(4, page.key());
                });
    }

    @Override
    public Optional<InvoiceId> find(PageToken token) {
        return client.sql("select invoice_id from page where token_hash = ?")
                .param(token.hash())
                .query(UUID.class)
                .optional()
                .map(InvoiceId::new);
    }

    @Override
    public Optional<Page> of(InvoiceId invoice) {
        return client.sql("select invoice_id, version, key_id from page where invoice_id = ?")
                .param(invoice.value())
                .query((row, n) -> new Page(
                        new InvoiceId(uuid(row, "invoice_id")), row.getInt("version"), row.getString("key_id")))
                .optional();
    }
}
