package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.prompt.PromptRequest;
import io.caravan.core.prompt.PromptState;
import io.caravan.store.Database;
import io.caravan.support.Race;
import io.caravan.usecase.page.PurgePrompts;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking a payer in the app, from the page of a link. */
class PromptPayerTests {

    private static final Phone NOBODY = new Phone("+4570000001");

    @ParameterizedTest
    @EnumSource
    void thePhoneOfTheInvoiceGetsOneNotice(Database database) {
        var page = new PageWorld(database);

        var prompt = page.prompt(page.form());

        assertThat(prompt.state()).isEqualTo(PromptState.OPEN);
        assertThat(prompt.phone()).isEqualTo(page.payer.phone());
        assertThat(page.notices()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFormSentTwiceAtOnceIsOnePrompt(Database database) throws Exception {
        var page = new PageWorld(database);
        var form = page.form();

        Callable<Object> send = () -> page.prompt(form).id();
        var prompts = Race.of(Collections.nCopies(4, send));

        assertThat(prompts).containsOnly(form.id());
        assertThat(page.notices()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneIsAskedThreeTimesInTenMinutes(Database database) {
        var page = new PageWorld(database);
        for (int i = 0; i < PageWorld.PER_PHONE; i++) {
            page.prompt(page.form(page.payer.phone(), page.address + i));
        }

        assertThat(refusal(page, page.form(page.payer.phone(), page.address + "last")))
                .isEqualTo(Reason.TOO_MANY_TO_PHONE);
        assertThat(page.notices()).isEqualTo(PageWorld.PER_PHONE);
        page.world.realTime.advance(Duration.ofMinutes(10));
        page.prompt(page.form(page.payer.phone(), page.address + "last"));
    }

    @ParameterizedTest
    @EnumSource
    void numbersCannotBeTriedWithoutEnd(Database database) throws Exception {
        var page = new PageWorld(database);

        var results = Race.of(IntStream.range(0, 2 * PageWorld.PER_ADDRESS)
                .mapToObj(i -> (Callable<Object>) () -> outcome(page, page.form(phone(i), page.address)))
                .toList());

        assertThat(results).filteredOn(Reason.TOO_MANY_FROM_ADDRESS::equals).hasSize(PageWorld.PER_ADDRESS);
        assertThat(results).filteredOn(PromptState.UNREACHABLE::equals).hasSize(PageWorld.PER_ADDRESS);
        assertThat(page.notices()).isZero();
        page.world.realTime.advance(Duration.ofHours(1));
        assertThat(page.prompt(page.form()).state()).isEqualTo(PromptState.OPEN);
    }

    @Test
    void aBlockedPayerLooksLikeNoPayerAtAll() {
        var page = new PageWorld(Database.H2);
        var blocked = page.world.aPayer(true);

        var prompts = java.util.List.of(
                page.prompt(page.form(blocked.phone(), page.address)), page.prompt(page.form(NOBODY, page.address)));

        assertThat(prompts).allSatisfy(prompt -> {
            assertThat(prompt.state()).isEqualTo(PromptState.UNREACHABLE);
            assertThat(prompt.payer()).isEmpty();
        });
    }

    @Test
    void aFormFromBeforeTheInvoiceChangedDoesNothing() {
        var page = new PageWorld(Database.H2);
        var old = page.form();
        page.schedule(page.world.aPayer(), PaymentWorld.TODAY.plusDays(3));

        assertThat(refusal(page, old)).isEqualTo(Reason.OUTDATED);
        assertThat(page.notices()).isZero();
    }

    @Test
    void aClaimedCanceledOrOverdueInvoiceAsksNobody() {
        var claimed = new PageWorld(Database.H2);
        var canceled = new PageWorld(Database.H2);
        var overdue = new PageWorld(Database.H2);
        claimed.world.startPayment.start(PaymentWorld.now(claimed.payer, claimed.invoice));
        canceled.world.cancelInvoice.cancel(new OwnInvoice(
                canceled.world
                        .inTransaction(() -> canceled.world.merchants.find(canceled.world.merchant))
                        .orElseThrow(),
                canceled.invoice));
        overdue.world.businessTime.advance(Duration.ofDays(38));

        assertThat(refusal(claimed, claimed.form())).isEqualTo(Reason.OUTDATED);
        assertThat(refusal(canceled, canceled.form())).isEqualTo(Reason.OUTDATED);
        assertThat(refusal(overdue, overdue.form())).isEqualTo(Reason.OUTDATED);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 38})
    void aDayOnWhichItCannotBePaidIsAFaultOfTheForm(long days) {
        var page = new PageWorld(Database.H2);
        var date = Optional.of(PaymentWorld.TODAY.plusDays(days));

        assertThatThrownBy(() -> page.prompt(page.form(Optional.empty(), date, page.address)))
                .isInstanceOf(InvalidInput.class);
        assertThat(page.notices()).isZero();
    }

    @Test
    void todayIsNow() {
        var page = new PageWorld(Database.H2);

        var today = page.prompt(page.form(Optional.empty(), Optional.of(PaymentWorld.TODAY), page.address));
        var last = page.prompt(page.form(Optional.empty(), Optional.of(PaymentWorld.TODAY.plusDays(37)), page.address));

        assertThat(today.date()).isEmpty();
        assertThat(last.date()).contains(PaymentWorld.TODAY.plusDays(37));
    }

    @ParameterizedTest
    @EnumSource
    void oldPromptsAreForgotten(Database database) {
        var page = new PageWorld(database);
        var old = page.prompt(page.form());
        page.world.realTime.advance(Duration.ofDays(30));
        var young = page.prompt(page.form());
        var purge = page.world.transactions(
                new PurgePrompts(page.world.prompts, page.wishes, Duration.ofDays(30), page.world.realTime));

        var more = purge.purge();

        assertThat(more).isFalse();
        assertThat(page.page(old.id()).prompt()).isEmpty();
        assertThat(page.page(young.id()).prompt()).isPresent();
    }

    private static Phone phone(int number) {
        return new Phone("+457000%04d".formatted(number));
    }

    private static Object outcome(PageWorld page, PromptRequest form) {
        try {
            return page.prompt(form).state();
        } catch (PageRefused refused) {
            return refused.reason();
        }
    }

    private static Reason refusal(PageWorld page, PromptRequest form) {
        return catchThrowableOfType(PageRefused.class, () -> page.prompt(form)).reason();
    }
}
