package io.caravan.store;

import static io.caravan.support.Fixtures.aMerchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.pretransaction.TurnoverDay;
import io.caravan.core.pretransaction.TurnoverEntry;
import io.caravan.core.pretransaction.TurnoverEntry.Kind;
import io.caravan.core.pretransaction.TurnoverQuery;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

class JdbcTurnoversTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Currency DKK = Currency.getInstance("DKK");
    private static final Currency EUR = Currency.getInstance("EUR");

    @OnBothDatabases
    void turnoverIsAddedUpByDayProviderAndCurrency(StoreFixture store) {
        var turnovers = new JdbcTurnovers(store.jdbc());
        var merchant = store.stored(aMerchant()).id();

        store.inTransaction(() -> turnovers.add(List.of(
                entry(merchant, DAY, "phone", DKK, Kind.TAKEN, 5000),
                entry(merchant, DAY, "phone", DKK, Kind.TAKEN, 250),
                entry(merchant, DAY, "phone", DKK, Kind.REFUNDED, 50),
                entry(merchant, DAY, "card", DKK, Kind.TAKEN, 1),
                entry(merchant, DAY, "phone", EUR, Kind.TAKEN, 2),
                entry(merchant, DAY, TurnoverEntry.SMS, DKK, Kind.SMS, 3),
                entry(merchant, DAY.plusDays(1), "card", DKK, Kind.TAKEN, 4),
                entry(merchant, DAY.plusDays(2), "card", DKK, Kind.TAKEN, 5))));

        var days = store.inTransaction(() -> turnovers.days(new TurnoverQuery(merchant, DAY, DAY.plusDays(1))));
        assertThat(days)
                .containsExactly(
                        day(DAY, "card", 1, new Money(1, DKK), 0, 0, 0),
                        day(DAY, "phone", 2, new Money(5250, DKK), 1, 50, 0),
                        day(DAY, "phone", 1, new Money(2, EUR), 0, 0, 0),
                        day(DAY, "sms", 0, new Money(0, DKK), 0, 0, 3),
                        day(DAY.plusDays(1), "card", 1, new Money(4, DKK), 0, 0, 0));
    }

    @OnBothDatabases
    void whatIsBookedTwiceCountsOnce(StoreFixture store) {
        var turnovers = new JdbcTurnovers(store.jdbc());
        var merchant = store.stored(aMerchant()).id();
        var entry = entry(merchant, DAY, "phone", DKK, Kind.TAKEN, 5000);

        store.inTransaction(() -> turnovers.add(List.of(entry)));
        store.inTransaction(() -> turnovers.add(List.of(entry)));

        assertThat(store.inTransaction(() -> turnovers.days(new TurnoverQuery(merchant, DAY, DAY))))
                .containsExactly(day(DAY, "phone", 1, new Money(5000, DKK), 0, 0, 0));
        assertThat(store.inTransaction(() -> turnovers.days(new TurnoverQuery(MerchantId.random(), DAY, DAY))))
                .isEmpty();
    }

    private static TurnoverEntry entry(
            MerchantId merchant, LocalDate day, String provider, Currency currency, Kind kind, long amount) {
        return new TurnoverEntry(UUID.randomUUID(), merchant, day, provider, currency, kind, amount);
    }

    private static TurnoverDay day(
            LocalDate day, String provider, int count, Money taken, int refunds, long refunded, int parts) {
        return new TurnoverDay(day, provider, count, taken, refunds, new Money(refunded, taken.currency()), parts);
    }
}
