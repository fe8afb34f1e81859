package io.caravan.usecase;

import static io.caravan.support.Fixtures.TODAY;
import static io.caravan.support.Fixtures.dkk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.invoice.BatchItem;
import io.caravan.core.invoice.BatchVerdict;
import io.caravan.core.invoice.BatchVerdict.Accepted;
import io.caravan.core.invoice.BatchVerdict.Refused;
import io.caravan.core.invoice.BatchVerdict.Unreadable;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.support.Fixtures;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class CreateInvoicesTests {

    @OnBothDatabases
    void rulesThatNeedNoStoredDataAreToldAtOnceInTheOrderOfTheItems(StoreFixture store) {
        var world = new BatchWorld(store);

        var told = world.create(
                world.draft().dueOn(TODAY.minusDays(1)),
                world.draft(),
                world.draft().dueOn(TODAY.plusDays(401)),
                world.draft().of(dkk("0")),
                world.draft().of(dkk("15000.01")),
                world.draft());

        assertThat(told)
                .extracting(verdict -> verdict instanceof Refused refused ? refused.problem() : null)
                .containsExactly(
                        ProblemCode.DUE_DATE_PASSED,
                        null,
                        ProblemCode.DUE_DATE_TOO_FAR,
                        ProblemCode.AMOUNT_NOT_POSITIVE,
                        ProblemCode.AMOUNT_TOO_LARGE,
                        null);
        assertThat(world.rows("invoice")).isEqualTo(2);
        assertThat(world.statuses(BatchWorld.accepted(told))).containsOnly("RECEIVED");
        assertThat(world.rows("event")).isZero();
        assertThat(world.rows("batch")).isEqualTo(1);
        assertThat(world.rung).hasValue(1);
    }

    @OnBothDatabases
    void rulesThatNeedStoredDataAreNotLookedAtYet(StoreFixture store) {
        var world = new BatchWorld(store);

        var told = world.create(
                world.draft().from(IssuerId.random()), world.draft().to(Fixtures.aPhone()));

        assertThat(told).hasOnlyElementsOfType(Accepted.class);
    }

    @OnBothDatabases
    void ofTwinsInABatchTheSecondIsRefused(StoreFixture store) {
        var world = new BatchWorld(store);
        var twin = world.draft();
        var wrong = world.draft().of(dkk("0"));

        var told = world.create(twin, twin, wrong, wrong);

        assertThat(told.get(0)).isInstanceOf(Accepted.class);
        assertThat(told.get(1)).isEqualTo(new Refused(Optional.of(number(told.get(0))), ProblemCode.INVOICE_EXISTS));
        assertThat(told.subList(2, 4))
                .extracting(verdict -> ((Refused) verdict).problem())
                .containsOnly(ProblemCode.AMOUNT_NOT_POSITIVE);
    }

    @OnBothDatabases
    void ofABatchInWhichEveryItemIsWrongNothingIsStored(StoreFixture store) {
        var world = new BatchWorld(store);
        BatchItem wrong = new BatchItem.Unreadable(Optional.of("7"), List.of(new Violation("DueDate", "is required")));
        var told = new ArrayList<BatchVerdict>();

        world.create(Collections.nCopies(2000, wrong), Optional.empty(), told);

        assertThat(told)
                .hasSize(2000)
                .containsOnly(new Unreadable(wrong.invoiceNumber(), List.of(new Violation("DueDate", "is required"))));
        assertThat(world.rows("invoice")).isZero();
        assertThat(world.rows("batch")).isZero();
    }

    @OnBothDatabases
    void aKeyHasTheSameIdsAgainAndNoOtherRequest(StoreFixture store) {
        var world = new BatchWorld(store);
        List<BatchItem> items = List.of(new BatchItem.Readable(world.draft().build()));

        var first = world.create(items, key("a"), new ArrayList<>());
        var again = world.create(items, key("a"), new ArrayList<>());
        var other = catchThrowableOfType(Problem.class, () -> world.create(items, key("b"), new ArrayList<>()));

        assertThat(again).isEqualTo(first);
        assertThat(other.code()).isEqualTo(ProblemCode.KEY_REUSED);
        assertThat(world.rows("invoice")).isEqualTo(1);
        assertThat(world.rows("batch")).isEqualTo(1);
    }

    private static Optional<RequestKey> key(String body) {
        return Optional.of(RequestKey.of("batch", "POST", "/", body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String number(BatchVerdict verdict) {
        return verdict.invoiceNumber().orElseThrow();
    }
}
