package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.paymentinvoice.PaymentInvoiceDraft;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.problem.InvalidInput;
import io.caravan.store.Database;
import io.caravan.usecase.paymentinvoice.CheckCallbackUrl;
import io.caravan.usecase.paymentinvoice.FindReplay;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the callbacks of a payment invoice may go, when the name in their address has come to point inside. */
class CheckCallbackUrlTests {

    @ParameterizedTest
    @EnumSource
    void onlyTheVeryRequestThatWasTakenPassesOnceItsAddressMayNotBeCalledAnyMore(Database database) {
        var world = new TransferWorld(database);
        var check = new CheckCallbackUrl(
                url -> {
                    throw InvalidInput.of("url", "points inside");
                },
                world.around(new FindReplay(world.invoices)));
        var reference = Optional.of("order-" + UUID.randomUUID());
        world.create.create(world.draft(reference, "a"));

        assertThatCode(() -> check.check(calling(world.draft(reference, "a")))).doesNotThrowAnyException();
        assertRefused(check, world.draft(reference, "b"));
        assertRefused(check, world.draft(Optional.of("order-" + UUID.randomUUID()), "a"));
        assertRefused(check, world.draft(Optional.empty(), "a"));
    }

    private static void assertRefused(CheckCallbackUrl check, PaymentInvoiceDraft draft) {
        assertThatThrownBy(() -> check.check(calling(draft)))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(
                                refusal.violations().get(0).field())
                        .isEqualTo("callback_url"));
    }

    private static PaymentInvoiceDraft calling(PaymentInvoiceDraft draft) {
        return new PaymentInvoiceDraft(
                draft.merchant(),
                draft.account(),
                draft.reference(),
                draft.amount(),
                draft.currency(),
                draft.service(),
                draft.testMode(),
                draft.expiresAt(),
                new PaymentInvoiceTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Map.of(),
                        Optional.of("https://shop.example/callback"),
                        Optional.empty()),
                draft.hash());
    }
}
