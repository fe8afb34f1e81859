package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PhoneVisit;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.problem.Busy;
import io.caravan.store.Database;
import io.caravan.support.Race;
import io.caravan.usecase.page.PurgePrompts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Phones chosen on pages: what a form begins, and how often. */
class BeginPhoneBillTests {

    private final String address = "from " + UUID.randomUUID();
    private PartnerWorld partner;
    private InvoiceId invoice;

    @ParameterizedTest
    @EnumSource
    void whoSeesThePageWhileAPhoneIsAskedSeesWhatIsAsked(Database database) {
        use(database);
        var form = form();
        var charge = partner.begin(form);
        assertThat(partner.state(invoice, form.id())).isEqualTo(PageState.IN_PROGRESS);

        settle(charge, Outcome.waiting("crr_1", Optional.empty()));

        assertThat(partner.state(invoice, form.id())).isEqualTo(PageState.ASKED);
        assertThat(partner.state(invoice)).isEqualTo(PageState.ASKED);
        settle(charge, Outcome.refused("Rejected"));
        assertThat(partner.state(invoice, form.id())).isEqualTo(PageState.REFUSED);
        assertThat(partner.state(invoice)).isEqualTo(PageState.OPEN);
    }

    @ParameterizedTest
    @EnumSource
    void theSameFormBeginsOnce(Database database) throws Exception {
        use(database);
        var form = form();
        Callable<Object> send = () -> outcome(form);

        var charges = Race.of(List.of(send, send, send));

        assertThat(charges).doesNotContainNull().hasOnlyElementsOfType(OperationId.class);
        assertThat(charges.stream().distinct()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceIsPutOnPhoneBillsThreeTimesAnHour(Database database) {
        use(database);
        for (int i = 0; i < 3; i++) {
            settle(partner.begin(form("elsewhere " + UUID.randomUUID())), Outcome.refused("Rejected"));
        }

        assertThat(outcome(form("elsewhere " + UUID.randomUUID()))).isEqualTo(Reason.TOO_MANY_PHONE_BILLS);

        partner.world.realTime.advance(Duration.ofMinutes(61));
        assertThat(outcome(form())).isInstanceOf(OperationId.class);
    }

    @ParameterizedTest
    @EnumSource
    void fromOneAddressFiveAreBegunAnHourAlsoAtOnce(Database database) throws Exception {
        use(database);
        var forms = IntStream.range(0, 8)
                .mapToObj(i -> partner.form(partner.invoice("r" + UUID.randomUUID()), "+457140000" + i, address))
                .map(form -> (Callable<Object>) () -> outcome(form))
                .toList();

        var outcomes = Race.of(forms);

        assertThat(outcomes).filteredOn(OperationId.class::isInstance).hasSize(5);
        assertThat(outcomes).filteredOn(Reason.TOO_MANY_PHONE_BILLS::equals).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatHasChangedSinceTheFormWasDrawnIsNotBegun(Database database) {
        use(database);
        var form = form();
        partner.begin(form());

        assertThat(outcome(form)).isEqualTo(Reason.OUTDATED);
        partner.world.jdbc.update("update invoice set status = 'CANCELED', claim = null where id = ?", invoice.value());
        assertThat(outcome(form)).isEqualTo(Reason.OUTDATED);
        var dollars = partner.invoice("usd-" + UUID.randomUUID());
        partner.world.jdbc.update("update invoice set currency = 'USD' where id = ?", dollars.value());
        assertThat(outcome(partner.form(dollars, "+4571400001", address))).isEqualTo(Reason.OUTDATED);
    }

    @ParameterizedTest
    @EnumSource
    void whileTheCarrierIsHeldNothingBeginsAndTheInvoiceIsFree(Database database) {
        use(database);
        var holds = partner.world.holds;
        var hold = new Hold(HoldKind.CHANNEL, "carrier", partner.world.realTime.instant(), "ops", "they asked for it");
        partner.world.inTransaction(() -> holds.place(hold));
        try {
            assertThatThrownBy(() -> partner.begin(form())).isInstanceOf(Busy.class);
        } finally {
            partner.world.inTransaction(() -> holds.release(HoldKind.CHANNEL, "carrier"));
        }

        assertThat(partner.world.invoice(invoice).isFree()).isTrue();
        assertThat(outcome(form())).isInstanceOf(OperationId.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoWishedForItIsForgottenAfterAMonth(Database database) {
        use(database);
        partner.begin(form());
        var world = partner.world;
        var purge = world.transactions(
                new PurgePrompts(world.prompts, partner.wishes, Duration.ofDays(30), world.realTime));
        purge.purge();
        assertThat(wishes()).isEqualTo(1);

        world.realTime.advance(Duration.ofDays(31));
        purge.purge();

        assertThat(wishes()).isZero();
    }

    private int wishes() {
        return partner.world.jdbc.queryForObject(
                "select count(*) from phone_wish where address = ?", Integer.class, address);
    }

    private void use(Database database) {
        partner = new PartnerWorld(database);
        invoice = partner.invoice("ref-" + UUID.randomUUID());
    }

    private PhoneVisit form() {
        return form(address);
    }

    private PhoneVisit form(String from) {
        return partner.form(invoice, "+4571400001", from);
    }

    private Object outcome(PhoneVisit form) {
        try {
            return partner.begin(form);
        } catch (PageRefused refused) {
            return refused.reason();
        }
    }

    private void settle(OperationId operation, Outcome outcome) {
        partner.world.sendOperation.send(operation);
        partner.world.settleOperation.settle(operation, 1, outcome);
    }
}
