package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.store.Database;
import io.caravan.store.JdbcConfirmationTries;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.paymentinvoice.CountConfirmation;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a payment invoice can be confirmed, counted by several instances. */
class CountConfirmationTests {

    /** Databases round times. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private TransferWorld world;

    private CountConfirmation instance(int perHour) {
        var tries = new JdbcConfirmationTries(new TransactionalJdbc(world.dataSource), world.world.realTime);
        return world.around(new CountConfirmation(tries, perHour));
    }

    @ParameterizedTest
    @EnumSource
    void instancesThatCountAtOnceLetInAsManyAsOne(Database database) {
        world = new TransferWorld(database);
        var one = instance(10);
        var other = instance(10);
        var id = world.created().id();

        var waits = IntStream.range(0, 24)
                .parallel()
                .mapToObj(n -> (n % 2 == 0 ? one : other).count(id).orElse(null))
                .toList();

        assertThat(waits.stream().filter(Objects::isNull)).hasSize(10);
        assertThat(waits.stream().filter(Objects::nonNull))
                .allSatisfy(wait -> assertThat(wait).isCloseTo(Duration.ofHours(1), MOMENT));
    }

    @ParameterizedTest
    @EnumSource
    void anHourAfterTheFirstTryItCanBeTriedAgain(Database database) {
        world = new TransferWorld(database);
        var count = instance(2);
        var id = world.created().id();
        assertThat(count.count(id)).isEmpty();
        world.world.realTime.advance(Duration.ofMinutes(50));
        assertThat(count.count(id)).isEmpty();

        assertThat(count.count(id).orElseThrow()).isCloseTo(Duration.ofMinutes(10), MOMENT);
        assertThat(count.count(world.created().id())).as("another payment").isEmpty();
        world.world.realTime.advance(Duration.ofMinutes(10).plus(MOMENT));
        assertThat(count.count(id)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void withoutALimitAndOfNothingKnownNothingIsCounted(Database database) {
        world = new TransferWorld(database);

        assertThat(instance(1).count(PaymentInvoiceId.random())).isEmpty();
        var id = world.created().id();
        assertThat(instance(0).count(id)).isEmpty();
        assertThat(instance(0).count(id)).isEmpty();
    }
}
