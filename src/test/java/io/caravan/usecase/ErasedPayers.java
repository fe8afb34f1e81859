package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.camel.DueErasures;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Payer;
import io.caravan.core.privacy.PayerRequest;
import io.caravan.store.Database;
import io.caravan.store.JdbcActs;
import io.caravan.store.JdbcErasures;
import io.caravan.store.JdbcPersonalData;
import io.caravan.store.TransactionalJdbc;
import io.caravan.support.MovableClock;
import io.caravan.usecase.privacy.ErasePayers;
import io.caravan.usecase.privacy.ExportPayer;
import io.caravan.usecase.privacy.ForgetPayers;
import io.caravan.usecase.privacy.ListErasures;
import io.caravan.usecase.privacy.RequestErasure;
import io.caravan.usecase.privacy.ShowPayer;
import io.caravan.usecase.privacy.TakeErasure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A payer who is to be forgotten, and all who have to do with it. */
abstract class ErasedPayers {

    final MovableClock realTime = new MovableClock(Instant.now().plusSeconds(3600));
    final String name = "Consumer " + UUID.randomUUID();
    Consenting consenting;
    Payer payer;
    RequestErasure requestErasure;
    private DueErasures dueErasures;
    ShowPayer showPayer;
    ExportPayer exportPayer;
    private ForgetPayers forgetPayers;
    ListErasures listErasures;

    void prepare(Database database) {
        consenting = new Consenting(database);
        var world = consenting.world;
        List.of("erasure", "operator_act").forEach(table -> world.jdbc.update("delete from " + table));
        var jdbc = new TransactionalJdbc(world.jdbc.getDataSource());
        var data = new JdbcPersonalData(jdbc);
        var erasures = new JdbcErasures(jdbc);
        var acts = new JdbcActs(jdbc);
        payer = world.aPayer();
        requestErasure = world.transactions(new RequestErasure(erasures, acts, realTime));
        dueErasures = new DueErasures(
                world.transactions(new TakeErasure(erasures, realTime)),
                world.transactions(new ErasePayers(
                        erasures, data, world.payers, world.consents, world.events, world.businessTime, realTime)));
        showPayer = world.transactions(new ShowPayer(data, world.payers));
        exportPayer = world.transactions(new ExportPayer(data, world.payers, acts, realTime));
        forgetPayers = world.transactions(new ForgetPayers(data, Duration.ofDays(1825), realTime));
        listErasures = world.transactions(new ListErasures(erasures));
    }

    InvoiceId paid() {
        var invoice = consenting.world.anInvoiceFor(payer);
        consenting.pay(payer, invoice);
        return invoice;
    }

    /** As the relay and the channels do it. */
    void told() {
        consenting.world.jdbc.update("delete from outbox");
        consenting.world.jdbc.update("update notice set state = 'SENT'");
    }

    /** As often as it takes for what is not open. */
    void erase() {
        requestErasure.request(request());
        for (int look = 0; look < 3; look++) {
            work();
            realTime.advance(Duration.ofMinutes(2));
        }
    }

    /** As often as there is more to do: other tests have left payers, too. */
    void forget() {
        int batches = 0;
        while (forgetPayers.forget()) {
            assertThat(++batches).isLessThan(1000);
        }
    }

    void work() {
        int batches = 0;
        while (dueErasures.erase()) {
            assertThat(++batches).isLessThan(1000);
        }
    }

    PayerRequest request() {
        return new PayerRequest(payer.phone(), "somebody");
    }

    List<String> sql(String select) {
        return consenting.world.jdbc.queryForList(select, String.class);
    }
}
