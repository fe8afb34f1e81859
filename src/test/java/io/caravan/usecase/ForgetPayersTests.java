package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.payer.Phone;
import io.caravan.store.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payers who are forgotten by and by, and what of them has to stay for a while. */
class ForgetPayersTests extends ErasedPayers {

    @ParameterizedTest
    @EnumSource
    void payersAreForgottenWhenTheBooksNeedNotTellOfThem(Database database) {
        prepare(database);
        var old = paid();
        var open = consenting.world.anInvoiceFor(payer);
        told();
        forget();
        assertThat(consenting.world.invoice(old).draft().phone()).contains(payer.phone());

        realTime.advance(Duration.ofDays(1826));
        forget();

        assertThat(consenting.world.invoice(old).draft().phone()).contains(Phone.ERASED);
        assertThat(consenting.world.invoice(open).draft().phone()).contains(payer.phone());
        assertThat(sql("select id from invoice where personal_since is null")).contains(old.toString());
    }

    @ParameterizedTest
    @EnumSource
    void whoSentMoneyThatWasPaidBackIsForgottenAndWhoseWaitsForAPersonIsNot(Database database) {
        prepare(database);
        var ids = List.of("RETURNED-" + UUID.randomUUID(), "UNMATCHED-" + UUID.randomUUID());
        ids.forEach(id -> consenting.world.jdbc.update(
                """
                insert into incoming_transfer (provider, id, reference, currency, amount, sender, state, why, at,
                    personal_since)
                values ('bank', ?, 'rent', 'EUR', 100, ?, ?, 'a test', current_timestamp, ?)
                """,
                id,
                name,
                id.substring(0, 9).replace("-", ""),
                Timestamp.from(realTime.instant())));

        realTime.advance(Duration.ofDays(1826));
        forget();

        assertThat(sql("select state from incoming_transfer where sender = '" + name + "'"))
                .containsExactly("UNMATCHED");
        assertThat(sql("select reference from incoming_transfer where id = '" + ids.get(0) + "'"))
                .containsExactly("rent");
    }

    @ParameterizedTest
    @EnumSource
    void theFingerprintOfAnErasedInvoiceGoesWhenItsPayerWouldHaveBeenForgottenAnyway(Database database) {
        prepare(database);
        var invoice = paid();
        told();
        var kept = "select id from invoice where fingerprint is not null and id = '" + invoice + "'";
        consenting.world.jdbc.update(
                "update invoice set fingerprint = ? where id = ?",
                (invoice.toString().substring(0, 32)).getBytes(StandardCharsets.US_ASCII),
                invoice.value());
        erase();
        forget();
        assertThat(sql(kept)).hasSize(1);

        realTime.advance(Duration.ofDays(1826));
        forget();

        assertThat(sql(kept)).isEmpty();
        assertThat(sql("select invoice_id from erased_invoice where invoice_id = '" + invoice + "'"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAlarmQuotedGoesWithItsPaymentOrByItsAge(Database database) {
        prepare(database);
        var invoice = paid();
        told();
        resolvedAlarm(invoice.value());
        resolvedAlarm(UUID.randomUUID());
        var quoting = "select id from payment_alarm where what like '%" + name + "%'";

        erase();
        assertThat(sql(quoting)).hasSize(1);
        assertThat(sql(quoting + " and payment_id is not null")).isEmpty();
        realTime.advance(Duration.ofDays(1826));
        forget();

        assertThat(sql(quoting)).isEmpty();
    }

    /** About the invoice's payment, or about nothing if there is no such invoice. */
    private void resolvedAlarm(UUID invoice) {
        consenting.world.jdbc.update(
                """
                insert into payment_alarm (id, payment_id, kind, what, at, resolved_at)
                values (?, (select id from payment where invoice_id = ?), 'DOUBT', ?, current_timestamp, current_timestamp)
                """,
                UUID.randomUUID(),
                invoice,
                "a bank refuses what nobody has been told to quote: rent of " + name);
    }
}
