package io.caravan.usecase;

import static io.caravan.PaymentWorld.TODAY;
import static io.caravan.PaymentWorld.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentState;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.payer.Payer;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import io.caravan.support.Race;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Merchants and payers at the same time, many times over. */
class ConsentRaceTests {

    private static final int ROUNDS = 15;

    private Consenting consenting;
    private Payer payer;
    private InvoiceId link;

    @ParameterizedTest
    @EnumSource
    void twoRequestsAreOneConsent(Database database) throws Exception {
        consenting = new Consenting(database);
        for (int round = 0; round < ROUNDS; round++) {
            next();

            var ids = atOnce(() -> consenting.request(link), () -> consenting.request(link));

            assertThat(ids.get(0)).isEqualTo(ids.get(1)).isInstanceOf(ConsentId.class);
            assertThat(consenting.world.historyOf(((ConsentId) ids.get(0)).value()))
                    .containsExactly("CONSENT_REQUESTED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofYesAndNoOneIsHeard(Database database) throws Exception {
        consenting = new Consenting(database);
        for (int round = 0; round < ROUNDS; round++) {
            next();
            var consent = consenting.request(link);
            consenting.pay(payer, link);

            var results = atOnce(
                    () -> consenting.answer(payer, consent, true), () -> consenting.answer(payer, consent, false));

            var granted = consenting.find(consent).state() == ConsentState.GRANTED;
            assertThat(results)
                    .isEqualTo(
                            granted
                                    ? List.of("granted", ProblemCode.CONSENT_ANSWERED)
                                    : List.of(ProblemCode.CONSENT_ANSWERED, "denied"));
            assertThat(consenting.world.historyOf(consent.value())).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aYesStandsWhateverHappensToTheInvoice(Database database) throws Exception {
        consenting = new Consenting(database);
        for (int round = 0; round < ROUNDS; round++) {
            next();
            var consent = consenting.request(link);
            consenting.world.scheduleInvoice.schedule(on(TODAY.plusDays(3), payer, link));
            var own = new OwnInvoice(consenting.merchant(), link);

            var results = atOnce(() -> consenting.answer(payer, consent, true), () -> {
                consenting.world.cancelInvoice.cancel(own);
                return "canceled";
            });

            assertThat(results).containsExactly("granted", "canceled");
            assertThat(consenting.find(consent).state()).isEqualTo(ConsentState.GRANTED);
            assertThat(consenting.world.invoice(link).status()).isEqualTo(InvoiceStatus.CANCELED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestAndAPaymentAgree(Database database) throws Exception {
        consenting = new Consenting(database);
        for (int round = 0; round < ROUNDS; round++) {
            next();

            var results = atOnce(() -> consenting.request(link), () -> {
                consenting.pay(payer, link);
                return "paid";
            });

            if (results.get(0) instanceof ConsentId consent) {
                assertThat(consenting.find(consent).isAskedOf(payer.id())).isTrue();
            } else {
                assertThat(results).containsExactly(ProblemCode.INVOICE_ALREADY_PAID, "paid");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoConsentsOfAPayerAtOnceAreOnePermission(Database database) throws Exception {
        consenting = new Consenting(database);
        for (int round = 1; round <= ROUNDS; round++) {
            next();
            var one = consenting.request(link);
            consenting.pay(payer, link);
            var otherLink = consenting.aLink(payer);
            var other = consenting.request(otherLink);
            consenting.pay(payer, otherLink);

            var results =
                    atOnce(() -> consenting.answer(payer, one, true), () -> consenting.answer(payer, other, true));

            assertThat(results).containsExactly("granted", "granted");
            assertThat(consenting.list(Optional.empty()).consents()).hasSize(round);
        }
    }

    private void next() {
        payer = consenting.world.aPayer();
        link = consenting.aLink(payer);
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        return Race.of(List.of(told(one), told(other)));
    }

    private static Callable<Object> told(Callable<?> work) {
        return () -> {
            try {
                return work.call();
            } catch (Problem problem) {
                return problem.code();
            }
        };
    }
}
