package io.caravan.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
import io.caravan.core.problem.Busy;
import io.caravan.usecase.ops.ListHolds;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class HoldHealthTests {

    @Test
    void whatIsHeldIsToldAndIsWell() {
        var hold = new Hold(HoldKind.CHANNEL, "push", Instant.EPOCH, "ops", "the gateway is down");

        var health = new HoldHealth(holds(() -> List.of(hold))).health();

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsKey("channel push");
    }

    /** Else nobody would see the other details either, just when the database is away. */
    @Test
    void withoutTheDatabaseItSaysThatItDoesNotKnow() {
        var health = new HoldHealth(holds(() -> {
                    throw new Busy(Duration.ofSeconds(2));
                }))
                .health();

        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
    }

    private static ListHolds holds(Supplier<List<Hold>> all) {
        return new ListHolds((Holds) Proxy.newProxyInstance(
                Holds.class.getClassLoader(), new Class<?>[] {Holds.class}, (proxy, method, arguments) -> all.get()));
    }
}
