package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PaymentPageState;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Outcome;
import io.caravan.core.prompt.PaymentPromptRequest;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking a payer in the app, from the page of a payment. */
class PromptForPaymentTests {

    private static final Phone NOBODY = new Phone("+4570000001");

    @ParameterizedTest
    @EnumSource
    void whoeverIsAskedGetsOneNoticeAndMayApprove(Database database) throws Exception {
        var page = new PaymentPageWorld(database);
        var form = page.form();

        Callable<Object> send = () -> page.prompt(form).id();
        var prompts = Race.of(Collections.nCopies(4, send));

        assertThat(prompts).containsOnly(form.id());
        assertThat(page.notices()).isEqualTo(1);
        assertThat(page.asked()).contains(page.payer.phone());
        assertThat(page.state(page.prompt(form))).isEqualTo(PaymentPageState.WAITING);
        assertThat(page.state()).isEqualTo(PaymentPageState.OPEN);
    }

    @Test
    void aNamedPhoneStays() {
        var page = new PaymentPageWorld(Database.H2, true, false);

        var prompt = page.prompt(page.form(Optional.of(page.world.aPayer().phone()), page.address));

        assertThat(prompt.phone()).isEqualTo(page.payer.phone());
        assertThat(page.asked()).contains(page.payer.phone());
    }

    @Test
    void nobodyWithoutAWalletIsAskedOrTakesTheTurnOfWhoWas() {
        var page = new PaymentPageWorld(Database.H2);
        page.prompt(page.form());

        var prompt = page.prompt(page.form(Optional.of(NOBODY), page.address));
        var blocked = page.prompt(page.form(Optional.of(page.world.aPayer(true).phone()), page.address));

        assertThat(page.state(prompt)).isEqualTo(PaymentPageState.UNREACHABLE);
        assertThat(page.state(blocked)).isEqualTo(PaymentPageState.UNREACHABLE);
        assertThat(page.asked()).contains(page.payer.phone());
        assertThat(page.notices()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void numbersCannotBeTriedWithoutEnd(Database database) throws Exception {
        var page = new PaymentPageWorld(database);

        var results = Race.of(IntStream.range(0, 2 * PaymentPageWorld.PER_ADDRESS)
                .mapToObj(i -> (Callable<Object>) () -> outcome(page, page.form(phone(i), page.address)))
                .toList());

        assertThat(results).filteredOn(Reason.TOO_MANY_FROM_ADDRESS::equals).hasSize(PaymentPageWorld.PER_ADDRESS);
        page.world.realTime.advance(Duration.ofHours(1));
        assertThat(outcome(page, page.form())).isEqualTo("asked");
    }

    @Test
    void aPhoneIsAskedThreeTimesInTenMinutes() {
        var page = new PaymentPageWorld(Database.H2);
        for (int i = 0; i < PaymentPageWorld.PER_PHONE; i++) {
            page.prompt(page.form(Optional.of(page.payer.phone()), page.address + i));
        }

        assertThat(outcome(page, page.form())).isEqualTo(Reason.TOO_MANY_TO_PHONE);
        page.world.realTime.advance(Duration.ofMinutes(10));
        assertThat(outcome(page, page.form())).isEqualTo("asked");
    }

    @Test
    void aFormFromBeforeAnAttemptDoesNothing() {
        var page = new PaymentPageWorld(Database.H2);
        var old = page.form();
        page.settle(page.approve(), Outcome.refused("declined"));

        assertThat(outcome(page, old)).isEqualTo(Reason.OUTDATED);
        assertThat(outcome(page, page.form())).isEqualTo("asked");
    }

    @Test
    void whatHasEndedOrIsUnderWayAsksNobody() {
        var aborted = new PaymentPageWorld(Database.H2);
        var late = new PaymentPageWorld(Database.H2);
        var underWay = new PaymentPageWorld(Database.H2);
        var byCard = new PaymentPageWorld(Database.H2, false, true);
        aborted.abort();
        late.world.businessTime.advance(Duration.ofMinutes(10));
        underWay.approve();

        for (var page : new PaymentPageWorld[] {aborted, late, underWay, byCard}) {
            assertThat(outcome(page, page.form())).isEqualTo(Reason.OUTDATED);
            assertThat(page.notices()).isZero();
        }
    }

    private static Optional<Phone> phone(int i) {
        return Optional.of(new Phone("+4570%06d".formatted(i)));
    }

    private static Object outcome(PaymentPageWorld page, PaymentPromptRequest form) {
        var refused = catchThrowableOfType(PageRefused.class, () -> page.prompt(form));
        return refused == null ? "asked" : refused.reason();
    }
}
