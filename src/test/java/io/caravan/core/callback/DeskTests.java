package io.caravan.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeskTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Desk desk = new Desk(4, 20);

    @Test
    void atMostFourExchangesAreOpenToAnEndpoint() {
        var lease = held(false);

        var postings = take(lease, 3);
        var rest = desk.begin(lease.endpoint()).get();
        desk.end(rest, new Taken(postings(lease, 1), List.of(), true), NOW);

        assertThat(rest.room()).isEqualTo(1);
        assertThat(desk.begin(lease.endpoint())).isEmpty();
        assertThat(desk.ended(succeeded(postings.get(0)))).isTrue();
        assertThat(desk.begin(lease.endpoint()).get().room()).isEqualTo(1);
    }

    @Test
    void halfOfAllExchangesAreForEndpointsThatFail() {
        for (int i = 0; i < 2; i++) {
            take(held(true), 4);
        }
        var third = held(true);

        assertThat(desk.room()).isEqualTo(new Endpoints.LeaseRoom(12, 2));
        assertThat(desk.begin(third.endpoint()).get().room()).isEqualTo(2);
        assertThat(desk.begin(held(true).endpoint())).isEmpty();
        assertThat(desk.begin(held(false).endpoint()).get().room()).isEqualTo(4);
    }

    @Test
    void anEndpointThatStartsToFailCountsAsFailing() {
        var lease = held(false);
        var postings = take(lease, 4);

        desk.ended(failed(postings.get(0)));

        assertThat(desk.room()).isEqualTo(new Endpoints.LeaseRoom(17, 7));
        postings.stream().skip(1).forEach(posting -> desk.ended(succeeded(posting)));
        assertThat(desk.room()).isEqualTo(new Endpoints.LeaseRoom(20, 10));
    }

    @Test
    void twoTakesForAnEndpointDoNotOverlapAndTheSecondIsNotForgotten() {
        var lease = held(false);
        var grant = desk.begin(lease.endpoint()).get();

        var second = desk.begin(lease.endpoint());
        boolean again = desk.end(grant, new Taken(List.of(), List.of(), true), NOW);

        assertThat(second).isEmpty();
        assertThat(again).isTrue();
    }

    @Test
    void anEndpointIsIdleOnlyWhenAllOutcomesAreRecorded() {
        var lease = held(false);
        var outcome = succeeded(take(lease, 1).get(0));

        desk.ended(outcome);
        var beforeRecord = desk.begin(lease.endpoint()).get();
        desk.end(beforeRecord, new Taken(List.of(), List.of(), true), NOW);
        desk.recorded(List.of(outcome));

        assertThat(beforeRecord.idle()).isFalse();
        assertThat(desk.begin(lease.endpoint()).get().idle()).isTrue();
    }

    @Test
    void anEndpointThatIsGivenBackIsNotInHand() {
        var lease = held(false);

        desk.end(desk.begin(lease.endpoint()).get(), Taken.released(), NOW);

        assertThat(desk.begin(lease.endpoint())).isEmpty();
        assertThat(desk.open()).isZero();
        assertThat(desk.toRenew(Duration.ZERO, NOW)).isEmpty();
    }

    @Test
    void anOutcomeUnderAnOldLeaseTouchesNothing() {
        var old = held(false);
        var posting = take(old, 1).get(0);
        desk.drop(old);
        desk.hold(List.of(new Lease(old.endpoint(), old.fence() + 1, false)), NOW);

        assertThat(desk.ended(failed(posting))).isFalse();

        assertThat(desk.open()).isZero();
    }

    @Test
    void leasesAreRenewedEveryFiveSecondsAndLetGoWhenNothingIsHeardForLong() {
        var lease = held(false);
        take(lease, 1);

        assertThat(desk.toRenew(Duration.ofSeconds(5), NOW.plusSeconds(4))).isEmpty();
        assertThat(desk.toRenew(Duration.ofSeconds(5), NOW.plusSeconds(5))).containsExactly(lease);
        desk.renewed(List.of(lease), NOW.plusSeconds(5));
        assertThat(desk.toRenew(Duration.ofSeconds(5), NOW.plusSeconds(6))).isEmpty();
        assertThat(desk.toRenew(Duration.ofSeconds(5), NOW.plusSeconds(31))).isEmpty();
        assertThat(desk.open()).isZero();
    }

    @Test
    void onceClosedItTakesNothingAndGivesEndpointsBack() {
        var busy = held(false);
        var posting = take(busy, 1).get(0);
        desk.close();

        var whileBusy = desk.begin(busy.endpoint());
        desk.ended(succeeded(posting));
        desk.recorded(List.of(succeeded(posting)));

        assertThat(desk.room()).isEqualTo(new Endpoints.LeaseRoom(0, 0));
        assertThat(whileBusy).isEmpty();
        assertThat(desk.begin(busy.endpoint())).contains(new Grant(busy, 0, 0));
    }

    private Lease held(boolean failing) {
        var lease = new Lease(EndpointId.next(), 7, failing);
        desk.hold(List.of(lease), NOW);
        return lease;
    }

    private List<Posting> take(Lease lease, int n) {
        var postings = postings(lease, n);
        desk.end(desk.begin(lease.endpoint()).get(), new Taken(postings, List.of(), true), NOW);
        return postings;
    }

    private static List<Posting> postings(Lease lease, int n) {
        var postings = new ArrayList<Posting>();
        for (int i = 0; i < n; i++) {
            postings.add(new Posting(
                    DeliveryId.next(), lease, MerchantId.random(), Dialect.EPAYMENT, 1, NOW, NOW, Optional.empty()));
        }
        return postings;
    }

    private static Attempt succeeded(Posting posting) {
        return new Attempt(posting, NOW, Duration.ZERO, Optional.of(200), Optional.empty(), "", Optional.empty());
    }

    private static Attempt failed(Posting posting) {
        return Attempt.failed(posting, NOW, Duration.ZERO, "refused");
    }
}
