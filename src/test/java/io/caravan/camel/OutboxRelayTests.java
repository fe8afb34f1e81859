package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.usecase.notice.FindWaitingShards;
import io.caravan.usecase.notice.RelayEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxRelayTests {

    @Test
    void anEventThatCannotBeRelayedHoldsUpItsShardOnly() {
        var relayed = new ArrayList<Integer>();
        var waiting = new FindWaitingShards(null) {
            @Override
            public List<Integer> find() {
                return List.of(1, 2, 3);
            }
        };
        var events = new RelayEvents(null, null, null) {
            @Override
            public int relay(List<Integer> shards) {
                if (shards.contains(2)) {
                    throw new IllegalStateException("this one cannot be read");
                }
                relayed.addAll(shards);
                return shards.size();
            }
        };

        assertThatThrownBy(() -> new OutboxRelay(waiting, events, new SimpleMeterRegistry()).relayAll())
                .hasMessage("this one cannot be read");

        assertThat(relayed).containsExactly(1, 3);
    }
}
