package io.caravan.usecase;

import static io.caravan.usecase.Books.DAY;
import static io.caravan.usecase.Books.MIDNIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.store.Database;
import io.caravan.usecase.reconciliation.MeasureReconciliation;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On which days the acquirer's list is compared with ours. */
class ReconciliationTests {

    @ParameterizedTest
    @EnumSource
    void aDayIsComparedOnceAnHourAfterItsEnd(Database database) {
        var books = new Books(database);
        books.at(MIDNIGHT.minusSeconds(60));
        assertThat(books.begin()).isEmpty();

        books.at(MIDNIGHT.plus(Duration.ofMinutes(59)));
        assertThat(books.begin()).isEmpty();
        books.at(MIDNIGHT.plus(Duration.ofMinutes(60)));
        assertThat(books.begin()).contains(DAY);
        assertThat(books.begin()).isEmpty();
        books.finish();
        assertThat(books.begin()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnInstanceDidNotFinishIsTakenOver(Database database) {
        var books = new Books(database).afterTheDay();
        assertThat(books.begin()).contains(DAY);

        books.world.realTime.advance(Duration.ofMinutes(11));

        assertThat(books.begin()).contains(DAY);
    }

    @ParameterizedTest
    @EnumSource
    void daysThatWereMissedAreMadeUpForOneByOne(Database database) {
        var books = new Books(database).afterTheDay();
        books.begin();
        books.finish();

        books.world.realTime.advance(Duration.ofDays(2));

        assertThat(books.begin()).contains(DAY.plusDays(1));
        books.world.finishReconciliation.finish(DAY.plusDays(1));
        assertThat(books.begin()).contains(DAY.plusDays(2));
        books.world.finishReconciliation.finish(DAY.plusDays(2));
        assertThat(books.begin()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingHasBeenComparedForTheTimeSinceTheLastDay(Database database) {
        var books = new Books(database);
        var measure = books.world.transactions(new MeasureReconciliation(
                books.world.reconciliation, books.world.holds, "reconcile", books.world.realTime));
        books.world.jdbc.update("delete from reconciliation");
        assertThat(measure.measure()).isEqualTo(Duration.ZERO);

        books.at(MIDNIGHT.minusSeconds(60));
        books.begin();
        books.at(MIDNIGHT.plus(Duration.ofHours(3)));

        assertThat(measure.measure()).isEqualTo(Duration.ofHours(27));

        books.world.inTransaction(() ->
                books.world.holds.place(new Hold(HoldKind.JOB, "reconcile", MIDNIGHT, "ops", "there is no acquirer")));

        assertThat(measure.measure()).isEqualTo(Duration.ZERO);
    }
}
