package io.caravan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.ops.Moment;
import io.caravan.core.ops.SearchTerm;
import io.caravan.support.Fixtures;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the console shows only the newest of says whether that is all. */
class ConsoleCutTests {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
    private static final int MOST = 200;

    @OnBothDatabases
    void aTimelineIsCompleteUntilOneMoreOfAKindHappens(StoreFixture store) {
        var invoice = invoice(store, store.stored(Fixtures.aMerchant()).id().value(), "1");
        var thing = store.inTransaction(
                () -> new JdbcFindings(store.jdbc()).find(invoice).orElseThrow());
        var moments = new JdbcMoments(store.jdbc());
        IntStream.range(0, MOST).forEach(i -> notice(store, invoice, i));

        var all = store.inTransaction(() -> moments.of(thing));
        notice(store, invoice, MOST);
        var cut = store.inTransaction(() -> moments.of(thing));

        assertThat(all.complete()).isTrue();
        assertThat(all.moments()).hasSize(MOST);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.moments()).hasSize(cut.most()).extracting(Moment::at).doesNotContain(AT);
    }

    @OnBothDatabases
    void aSearchIsCompleteUntilOneListHasMore(StoreFixture store) {
        var merchant = store.stored(Fixtures.aMerchant()).id().value();
        var findings = new JdbcFindings(store.jdbc());
        var term = new SearchTerm("rent");
        IntStream.range(0, 3).forEach(i -> invoice(store, merchant, "rent"));

        var all = store.inTransaction(() -> findings.find(term, 3));
        var cut = store.inTransaction(() -> findings.find(term, 2));

        assertThat(all.complete()).isTrue();
        assertThat(all.things()).hasSize(3);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.things()).hasSize(2);
    }

    private static UUID invoice(StoreFixture store, UUID merchant, String number) {
        var id = UUID.randomUUID();
        store.sql()
                .update(
                        """
                        insert into invoice (id, merchant_id, issuer_id, dialect, delivery, currency, total, due_date,
                            document, status, number, invoice_number, created_at)
                        values (?, ?, ?, 'MOBILEPAY', 'DIRECT', 'DKK', 100, date '2026-03-01', '{}', 'CREATED', 0, ?, ?)
                        """,
                        id,
                        merchant,
                        UUID.randomUUID(),
                        number,
                        Columns.timestamp(AT));
        return id;
    }

    private static void notice(StoreFixture store, UUID invoice, int second) {
        var at = Columns.timestamp(AT.plusSeconds(second));
        store.sql()
                .update(
                        """
                        insert into notice (id, event_id, subject_id, kind, channel, recipient, state, fence, due_at,
                            created_at, updated_at)
                        values (?, ?, ?, 'INVOICE_CREATED', 'PUSH', '+4571400614', 'SENT', 0, ?, ?, ?)
                        """,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        invoice,
                        at,
                        at,
                        at);
    }
}
