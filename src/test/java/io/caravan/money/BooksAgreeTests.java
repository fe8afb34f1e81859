package io.caravan.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.caravan.PaymentWorld;
import io.caravan.core.event.EventType;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.store.Database;
import io.caravan.support.MovableClock;
import io.caravan.support.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** Whatever happens in whatever order, in the end the acquirer's books and ours say the same, and nobody paid twice. */
class BooksAgreeTests {

    private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-03-12T11:00:00Z"));
    private static final Map<Database, HikariDataSource> DATABASES = new EnumMap<>(Database.class);
    private static Path folder;
    private static Acquirer acquirer;

    @BeforeContainer
    static void openAcquirer() throws IOException {
        folder = Files.createTempDirectory("acquirer");
        acquirer = new Acquirer(folder, CLOCK);
    }

    @AfterContainer
    static void closeAcquirer() throws IOException {
        acquirer.close();
        DATABASES.values().forEach(HikariDataSource::close);
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 150)
    void onH2(@ForAll("happenings") List<Happening> happenings) {
        check(Database.H2, happenings);
    }

    @Property(tries = 150)
    void onPostgreSql(@ForAll("happenings") List<Happening> happenings) {
        check(Database.POSTGRESQL, happenings);
    }

    private static void check(Database database, List<Happening> happenings) {
        var own = DATABASES.computeIfAbsent(database, TestDatabases::fresh);
        var market = new Market(new PaymentWorld(database, own, CLOCK), acquirer);

        happenings.forEach(market::happen);
        market.comeToRest();

        assertThat(market.openOperations()).as("operations that are still open").isZero();
        assertThat(market.openAlarms()).as("alarms").isZero();
        assertThat(market.refusedMoves()).as("asked for and not to be had").isZero();
        if (!market.closedByHand()) {
            assertThat(market.lateMoney()).as("money that came too late").isZero();
        }
        long net = 0;
        for (var payment : market.payments()) {
            var ours = market.sums(payment);
            assertThat(ours).as("payment " + payment).isEqualTo(acquirer.sums(payment.toString()));
            assertThat(ours.authorized()).as("nothing stays reserved").isEqualTo(ours.captured() + ours.cancelled());
            net += ours.captured() - ours.refunded();
        }
        var invoice = market.world.invoice(market.invoice);
        long owed = invoice.status() == InvoiceStatus.PAID
                ? invoice.draft().total().minor() - market.refundedByMerchant()
                : 0;
        assertThat(net).as("what the payers have paid").isEqualTo(owed);
        assertThatTheHistoryLeadsTo(invoice.status(), market);
    }

    private static void assertThatTheHistoryLeadsTo(InvoiceStatus last, Market market) {
        var statuses = market.world.historyOf(market.invoice.value()).stream()
                .flatMap(type -> statusAfter(EventType.valueOf(type)))
                .toList();

        assertThat(statuses).startsWith(InvoiceStatus.CREATED).endsWith(last);
        for (int i = 1; i < statuses.size(); i++) {
            assertThat(statuses.get(i - 1).next()).contains(statuses.get(i));
        }
    }

    private static Stream<InvoiceStatus> statusAfter(EventType type) {
        return type.name().startsWith("INVOICE_")
                ? Stream.of(InvoiceStatus.values()).filter(status -> type.name().equals("INVOICE_" + status.name()))
                : Stream.empty();
    }

    @Provide
    static Arbitrary<List<Happening>> happenings() {
        var whats = Arbitraries.frequency(
                Tuple.of(3, Happening.What.PAYER_PAYS_BY_WALLET),
                Tuple.of(3, Happening.What.PAYER_OPENS_PAGE),
                Tuple.of(4, Happening.What.PAYER_PAYS_ON_PAGE),
                Tuple.of(1, Happening.What.PAYER_LEAVES_PAGE),
                Tuple.of(4, Happening.What.PAYER_ASKS_FOR_THE_PHONE_BILL),
                Tuple.of(3, Happening.What.OWNER_OF_PHONE_REPLIES),
                Tuple.of(3, Happening.What.PAYER_ENTERS_PIN),
                Tuple.of(2, Happening.What.PAYER_CHOOSES_A_DAY),
                Tuple.of(1, Happening.What.PAYER_REJECTS),
                Tuple.of(1, Happening.What.MERCHANT_CANCELS),
                Tuple.of(1, Happening.What.SOMEBODY_CLOSES_IT_BY_HAND),
                Tuple.of(2, Happening.What.MERCHANT_REFUNDS),
                Tuple.of(16, Happening.What.WORK_GOES_ON),
                Tuple.of(4, Happening.What.WAITING_OPERATIONS_ARE_TAKEN),
                Tuple.of(3, Happening.What.SILENT_OPERATIONS_ARE_CHASED),
                Tuple.of(3, Happening.What.WEBHOOK_ARRIVES),
                Tuple.of(3, Happening.What.DUE_PAYMENTS_BEGIN),
                Tuple.of(1, Happening.What.INVOICES_EXPIRE),
                Tuple.of(3, Happening.What.DAYS_PASS),
                Tuple.of(2, Happening.What.SERVICE_CRASHES),
                Tuple.of(3, Happening.What.TIME_PASSES));
        return Combinators.combine(whats, Arbitraries.integers().between(0, 99))
                .as(Happening::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(80);
    }
}
