package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.payment.PinEntry;
import io.caravan.core.problem.Busy;
import io.caravan.core.problem.InvalidInput;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often the owner of a phone is asked, and when for a PIN. */
class PhoneAskedTests extends OnPhoneBills {

    @ParameterizedTest
    @EnumSource
    void aPinIsWantedOnlyWhereOneWasSent(Database database) {
        use(database);
        var charge = begin();
        assertThat(world.preparePin.prepare(new PinEntry(charge, "1234"))).isEmpty();
        settle(charge, Outcome.waiting("crr_1", Optional.empty()));
        assertThat(world.preparePin.prepare(new PinEntry(charge, "1234"))).isPresent();
        settle(charge, Outcome.done("crr_1"));
        assertThat(world.preparePin.prepare(new PinEntry(charge, "1234"))).isEmpty();

        assertThat(world.preparePin.prepare(new PinEntry(OperationId.random(), "1234")))
                .isEmpty();
        assertThatThrownBy(() -> world.preparePin.prepare(new PinEntry(charge, "12 34")))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerOfAPhoneIsAskedFiveTimesAnHour(Database database) {
        use(database);
        for (int i = 0; i < 5; i++) {
            settle(begin(), Outcome.refused("Expired"));
        }

        assertThatThrownBy(this::begin).isInstanceOf(Busy.class);

        world.realTime.advance(Duration.ofMinutes(61));
        assertThat(begin()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void forHoweverManyInvoicesAtOnceThePhoneIsAskedFiveTimes(Database database) throws Exception {
        use(database);
        var bill = new PhoneBill(payer.phone(), Confirmation.PIN);
        var begun = Stream.generate(() -> world.anInvoiceFor(payer))
                .limit(12)
                .map(each -> (Callable<Boolean>) () -> {
                    try {
                        world.startBilling.start(new BillingRequest(each, bill));
                        return true;
                    } catch (Busy e) {
                        return false;
                    }
                })
                .toList();

        assertThat(Race.of(begun)).filteredOn(asked -> asked).hasSize(5);
    }
}
