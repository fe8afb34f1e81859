package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.payer.Phone;
import io.caravan.core.privacy.Erasure;
import io.caravan.core.privacy.HeldRows;
import io.caravan.core.privacy.Holding;
import io.caravan.store.Database;
import io.caravan.support.Fixtures;
import io.caravan.support.Race;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left of a payer who is to be forgotten. */
class ErasePayersTests extends ErasedPayers {

    @ParameterizedTest
    @EnumSource
    void nothingOfAPayerIsLeftButSumsAndStates(Database database) {
        prepare(database);
        var invoice = consenting.aLink(payer);
        var consent = consenting.request(invoice);
        consenting.pay(payer, invoice);
        consenting.answer(payer, consent, true);
        var canceled = consenting.world.anInvoiceFor(payer);
        consenting.world.cancelInvoice.cancel(new OwnInvoice(consenting.merchant(), canceled));
        named(invoice);
        named(canceled);
        told();

        erase();

        assertThat(rowsThatSay(payer.phone().number())).isEmpty();
        assertThat(rowsThatSay(name)).isEmpty();
        assertThat(rowsThatSay(payer.id().toString())).isEmpty();
        assertThat(held()).allMatch(kind -> kind.count() == 0);
        assertThat(consenting.world.invoice(invoice))
                .returns(InvoiceStatus.PAID, Invoice::status)
                .returns(Fixtures.dkk("360.00"), paid -> paid.draft().total());
        assertThat(consenting.world.invoice(canceled).draft().phone()).contains(Phone.ERASED);
        assertThat(consenting.world.historyOf(consent.value())).last().isEqualTo("CONSENT_DELETED");
        assertThat(listed()).returns(true, erasure -> erasure.doneAt().isPresent());
        assertThat(sql("select subject from operator_act"))
                .containsOnly("payer " + payer.phone().masked());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOpenStaysUntilItEnds(Database database) {
        prepare(database);
        var open = consenting.world.anInvoiceFor(payer);
        told();

        erase();
        assertThat(held()).filteredOn(kind -> kind.open() == 1).hasSize(1);
        assertThat(listed()).returns(1L, Erasure::kept).returns(true, erasure -> erasure.doneAt()
                .isEmpty());
        consenting.pay(payer, open);
        told();
        erase();

        assertThat(rowsThatSay(payer.phone().number())).isEmpty();
        assertThat(listed()).returns(true, erasure -> erasure.doneAt().isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void aCallbackThatWaitsIsToldFirst(Database database) {
        prepare(database);
        var invoice = paid();
        told();
        var callback = UUID.randomUUID();
        consenting.world.jdbc.update(
                """
                insert into callback (id, merchant_id, dialect, event_id, subject_id, number, state, waiting_since, created_at)
                values (?, ?, 'MOBILEPAY', ?, ?, 0, 'WAITING', current_timestamp, current_timestamp)
                """,
                callback,
                consenting.merchant().id().value(),
                UUID.randomUUID(),
                invoice.value());

        erase();
        assertThat(consenting.world.invoice(invoice).draft().phone()).contains(payer.phone());
        consenting.world.jdbc.update("update callback set state = 'DELIVERED' where id = ?", callback);
        erase();

        assertThat(consenting.world.invoice(invoice).draft().phone()).contains(Phone.ERASED);
    }

    @ParameterizedTest
    @EnumSource
    void whatComesAfterTheWishIsNotMeant(Database database) {
        prepare(database);
        paid();
        told();
        realTime.moveTo(Instant.now().minusSeconds(3600));
        requestErasure.request(request());

        realTime.advance(Duration.ofHours(2));
        work();

        assertThat(listed())
                .returns(true, erasure -> erasure.doneAt().isPresent())
                .returns(0L, Erasure::erased);
        assertThat(rowsThatSay(payer.phone().number())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void askedForManyTimesAtOnceItIsOneErasureThatManyWorkOn(Database database) throws Exception {
        prepare(database);
        for (int i = 0; i < 5; i++) {
            paid();
        }
        told();

        Race.of(Stream.<Callable<Boolean>>generate(() -> () -> {
                    requestErasure.request(request());
                    work();
                    consenting.world.anInvoiceFor(payer);
                    return true;
                })
                .limit(4)
                .toList());
        work();
        realTime.advance(Duration.ofMinutes(2));
        told();
        work();

        assertThat(listErasures.list()).hasSize(1);
        assertThat(listed()).returns(5L, Erasure::erased).returns(4L, Erasure::kept);
    }

    @ParameterizedTest
    @EnumSource
    void allThatIsHeldIsHandedOutAndTheAuditNamesNobody(Database database) {
        prepare(database);
        var invoice = paid();
        named(invoice);
        consenting.world.scheduleInvoice.schedule(on(TODAY.plusDays(2), payer, consenting.world.anInvoiceFor(payer)));

        var file = exportPayer.export(request());

        assertThat(file.held()).allMatch(HeldRows::complete);
        assertThat(rows(file.held(), "invoices").toString()).contains(invoice.toString(), name);
        assertThat(rows(file.held(), "payments")).hasSize(1);
        assertThat(rows(file.held(), "schedules")).hasSize(1);
        assertThat(rows(file.held(), "account").toString())
                .contains(payer.phone().number());
        assertThat(sql("select subject || note from operator_act"))
                .hasSize(1)
                .noneMatch(text -> text.contains(payer.phone().number().substring(3)));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsScheduledAfterTheWishKeepsItsPayerUntilItEnds(Database database) {
        prepare(database);
        requestErasure.request(request());
        realTime.advance(Duration.ofSeconds(30));
        var later = consenting.world.anInvoiceFor(payer);
        told();
        consenting.world.jdbc.update("update invoice set personal_since = ?", Timestamp.from(realTime.instant()));
        consenting.world.jdbc.update(
                "insert into schedule (invoice_id, payer_id, on_day, attempts) values (?, ?, date '2031-01-01', 0)",
                later.value(),
                payer.id().value());
        for (int look = 0; look < 3; look++) {
            realTime.advance(Duration.ofMinutes(2));
            work();
        }

        assertThat(sql("select invoice_id from schedule where payer_id = '" + payer.id() + "'"))
                .containsExactly(later.toString());
        assertThat(listed()).returns(true, erasure -> erasure.doneAt().isEmpty());
        consenting.pay(payer, later);
        told();
        for (int look = 0; look < 3; look++) {
            realTime.advance(Duration.ofMinutes(2));
            work();
        }

        assertThat(listed()).returns(true, erasure -> erasure.doneAt().isPresent());
        assertThat(sql("select id from payer where id = '" + payer.id() + "'")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeReadHoldsNothingUp(Database database) {
        prepare(database);
        var broken = paid();
        var whole = paid();
        consenting.world.jdbc.update("update invoice set document = 'not JSON' where id = ?", broken.value());
        told();

        erase();

        assertThat(sql("select document from invoice where id = '" + broken + "'"))
                .containsExactly("{}");
        assertThat(consenting.world.invoice(whole).draft().phone()).contains(Phone.ERASED);
    }

    private void named(InvoiceId invoice) {
        consenting.world.jdbc.update(
                "update invoice set document = ? where id = ?",
                """
                {"consumerName": "%1$s", "consumerAddressLines": ["Main street"], "deliveryAddressLines": [],
                 "articles": [], "comment": "%1$s"}"""
                        .formatted(name),
                invoice.value());
    }

    private List<Holding> held() {
        return showPayer.show(request()).holdings();
    }

    private Erasure listed() {
        return listErasures.list().get(0);
    }

    private static List<Map<String, Object>> rows(List<HeldRows> held, String kind) {
        return held.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .rows();
    }

    /** Columns of all tables in which this stands. */
    private List<String> rowsThatSay(String text) {
        return consenting
                .world
                .jdbc
                .queryForList(
                        """
                        select table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema = 'public' and data_type in ('character varying', 'CHARACTER VARYING', 'uuid', 'UUID')
                            and lower(table_name) <> 'flyway_schema_history'
                        """,
                        String.class)
                .stream()
                .filter(column -> !sql("select '1' from " + column.split("\\.")[0] + " where cast("
                                + column.split("\\.")[1] + " as varchar) like '%" + text + "%'")
                        .isEmpty())
                .toList();
    }
}
