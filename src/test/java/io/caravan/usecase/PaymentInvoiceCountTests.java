package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import io.caravan.store.Database;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many payment invoices a merchant is told to have. */
class PaymentInvoiceCountTests {

    @ParameterizedTest
    @EnumSource
    void noMoreAreCountedThanIsWantedWhateverIsLookedFor(Database database) {
        var world = new TransferWorld(database);
        var merchant = world.created().merchant();
        world.created();
        world.created();

        for (var status :
                List.of(Optional.<PaymentInvoiceStatus>empty(), Optional.of(PaymentInvoiceStatus.PROCESS_PENDING))) {
            var query = new PaymentInvoiceQuery(merchant, Optional.empty(), status, 1, 1, true);
            int cut = world.world.inTransaction(() -> world.invoices.count(query, 2));
            int whole = world.world.inTransaction(() -> world.invoices.count(query, 5));
            assertThat(cut).isEqualTo(2);
            assertThat(whole).isEqualTo(3);
        }
    }
}
