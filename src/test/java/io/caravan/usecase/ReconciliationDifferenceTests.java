package io.caravan.usecase;

import static io.caravan.usecase.Books.DAY;
import static io.caravan.usecase.Books.MIDNIGHT;
import static io.caravan.usecase.Books.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.payment.Difference;
import io.caravan.core.payment.ListPage;
import io.caravan.core.payment.Listed;
import io.caravan.core.payment.OperationId;
import io.caravan.store.Database;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What differs between the acquirer's list of a day and ours. */
class ReconciliationDifferenceTests {

    @ParameterizedTest
    @EnumSource
    void booksThatAgreeDifferInNothing(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        books.afterTheDay();

        books.compare(books.listed(charge));

        assertThat(books.finish()).isFalse();
        assertThat(books.world.differences).isEmpty();
        assertThat(books.world.jdbc.queryForObject(
                        "select listed_on from operation where id = ?", LocalDate.class, charge.value()))
                .isEqualTo(DAY);
    }

    @ParameterizedTest
    @EnumSource
    void eachProvidersListIsComparedWithItsOwnOperations(Database database) {
        var books = new Books(database);
        var bill = books.billed();
        books.afterTheDay();

        books.compare();
        assertThat(books.finish()).isFalse();
        assertThat(books.world.differences).as("the acquirer's empty list").isEmpty();

        books.world.compareCarrierList.compare(new ListPage(List.of(books.listed(bill)), Optional.empty()), DAY);
        assertThat(books.world.differences).as("the carrier's list").isEmpty();

        books.compare(books.listed(bill));
        assertThat(books.kinds()).as("a bill on the acquirer's list").containsExactly(Difference.Kind.MISSING_HERE);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheAcquirerListsAndNobodyAskedForIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var listed = books.listed(charge);

        books.compare(listed, with(listed, "ch_9", OperationId.random().toString(), 36000, "charged"));
        books.compare(with(listed, "ch_8", "", 36000, "charged"));

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_HERE, Difference.Kind.MISSING_HERE);
        assertThat(books.world.differences).allMatch(found -> found.payment()
                .equals(Optional.of(books.operation(charge).payment())));
        assertThat(books.history(charge))
                .containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED", "PAYMENT_QUESTIONED");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsListedTwiceUnderOurKeyIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var listed = books.listed(charge);

        books.compare(listed, with(listed, "ch_2", listed.key(), 36000, "charged"));

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_HERE);
    }

    @ParameterizedTest
    @EnumSource
    void anotherAmountIsReportedOnce(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var lie = with(books.listed(charge), books.reference(charge), charge.toString(), 3600, "charged");

        books.compare(lie);
        books.compare(lie);

        assertThat(books.kinds()).containsExactly(Difference.Kind.OTHER_AMOUNT);
        assertThat(books.history(charge)).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED");
        assertThat(books.world.jdbc.queryForObject(
                        "select count(*) from payment_difference where operation_id = ?",
                        Integer.class,
                        charge.value()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherOutcomeIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var refused = books.refused();

        books.compare(with(books.listed(charge), books.reference(charge), charge.toString(), 36000, "declined"));
        books.compare(with(books.listed(refused), "ch_3", refused.toString(), 36000, "charged"));
        books.compare(with(books.listed(refused), "ch_3", refused.toString(), 36000, "maybe"));

        assertThat(books.kinds()).containsExactly(Difference.Kind.OTHER_STATUS, Difference.Kind.OTHER_STATUS);
    }

    @ParameterizedTest
    @EnumSource
    void anotherPaymentIsReported(Database database) {
        var books = new Books(database);
        var charge = books.charged();
        var listed = books.listed(charge);

        books.compare(new Listed(
                listed.id(),
                listed.key(),
                "somebody else",
                listed.minor(),
                listed.currency(),
                listed.kind(),
                listed.state(),
                listed.words()));

        assertThat(books.kinds()).containsExactly(Difference.Kind.OTHER_REFERENCE);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheAcquirerDidByItsWordAndDoesNotListIsReportedOnce(Database database) {
        var books = new Books(database);
        books.at(MIDNIGHT.minus(Duration.ofHours(6)));
        var charge = books.charged();
        books.refused();
        books.afterTheDay();

        books.compare();
        assertThat(books.finish()).isFalse();
        assertThat(books.finish()).isFalse();

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_THERE);
        assertThat(books.history(charge)).containsExactly("PAYMENT_CREATED", "PAYMENT_CAPTURED", "PAYMENT_QUESTIONED");
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneAtMidnightMayBeOnTheNextList(Database database) {
        var books = new Books(database);
        books.at(MIDNIGHT.minus(Duration.ofMinutes(1)));
        books.charged();
        books.at(MIDNIGHT.plus(Duration.ofMinutes(1)));
        books.charged();
        books.afterTheDay();

        books.finish();

        assertThat(books.world.differences).isEmpty();

        books.world.finishReconciliation.finish(DAY.plusDays(1));

        assertThat(books.kinds()).containsExactly(Difference.Kind.MISSING_THERE, Difference.Kind.MISSING_THERE);
    }
}
