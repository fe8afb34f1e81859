package io.caravan.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatFailsTwentyTimesInARowIsInDoubt() {
        var nineteen = failing(19, 19);

        assertThat(nineteen.isDoubtful()).isFalse();
        assertThat(nineteen.failed(List.of(UUID.randomUUID())).isDoubtful()).isTrue();
        assertThat(nineteen.succeeded()).isEqualTo(Standing.GOOD);
    }

    @Test
    void itFailsForManyWhenItFailsForFive() {
        assertThat(failing(20, 4).failsForMany()).isFalse();
        assertThat(failing(20, 5).failsForMany()).isTrue();
    }

    @Test
    void noMoreSubjectsAreRememberedThanMatter() {
        var known =
                failing(4, 4).failed(Stream.generate(UUID::randomUUID).limit(9).toList());

        assertThat(known.countsSubjects()).isFalse();
        assertThat(known.subjects()).hasSize(5);
    }

    @Test
    void probesSetOutAfterAMinuteAndThenAtDoublingWaitsUpToAQuarterOfAnHour() {
        var standing = failing(20, 5).suspended(NOW);
        var waits = new ArrayList<Long>();
        var now = NOW;

        for (int probe = 0; probe < 7; probe++) {
            var next = standing.suspension().get().probeAt();
            waits.add(Duration.between(now, next).toMinutes());
            standing = standing.probed(next);
            now = next;
        }

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 15L, 15L, 15L);
    }

    @Test
    void aProbeThatSetsOutLatePushesTheNextOneBack() {
        var standing = failing(20, 5).suspended(NOW).probed(NOW.plus(Duration.ofDays(31)));

        assertThat(standing.suspension().get().probeAt())
                .isEqualTo(NOW.plus(Duration.ofDays(31)).plus(Duration.ofMinutes(2)));
    }

    @Test
    void failuresWhileItIsSuspendedChangeNothing() {
        var suspended = failing(20, 5).suspended(NOW);

        assertThat(suspended.failed(List.of(UUID.randomUUID()))).isEqualTo(suspended);
    }

    @Test
    void afterASuspensionEachSuccessDoublesTheRoomAndAFailureTakesItBack() {
        var one = failing(20, 5).suspended(NOW).succeeded();
        var two = one.succeeded();
        var four = two.succeeded();

        assertThat(one.isSuspended()).isFalse();
        assertThat(List.of(
                        one.width(), two.width(), four.width(), four.succeeded().width()))
                .containsExactly(1, 2, 4, 4);
        assertThat(two.failed(List.of()).width()).isEqualTo(1);
        assertThat(four.failed(List.of()).width()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"1,4,0,1", "1,4,1,0", "2,4,1,1", "2,1,0,1", "4,4,3,4", "4,1,3,1"})
    void thereIsRoomForAsManyAsMayBeOnTheirWay(int width, int granted, int unrecorded, int room) {
        var standing = new Standing(0, java.util.Set.of(), width, java.util.Optional.empty());

        assertThat(standing.room(grant(granted, unrecorded), NOW)).isEqualTo(room);
    }

    @Test
    void aProbeSetsOutWhenItIsTimeAndNothingElseIsOnItsWay() {
        var suspended = failing(20, 5).suspended(NOW);
        var due = NOW.plus(Duration.ofMinutes(1));

        assertThat(suspended.room(grant(4, 0), due.minusMillis(1))).isZero();
        assertThat(suspended.room(grant(4, 0), due)).isEqualTo(1);
        assertThat(suspended.room(grant(4, 1), due)).isZero();
        assertThat(suspended.room(grant(0, 0), due)).isZero();
    }

    @Test
    void waitsStandStillWhileItIsSuspended() {
        var suspended = failing(20, 5).suspended(NOW);

        assertThat(suspended.waitsFrom(NOW.plusSeconds(500))).isEqualTo(NOW);
        assertThat(Standing.GOOD.waitsFrom(NOW.plusSeconds(500))).isEqualTo(NOW.plusSeconds(500));
        assertThat(suspended.suspension().get().length(NOW.plusSeconds(500))).isEqualTo(Duration.ofSeconds(500));
    }

    @Test
    void aClockThatGoesBackShortensNoWait() {
        var suspended = failing(20, 5).suspended(NOW);
        var earlier = NOW.minus(Duration.ofDays(31));

        assertThat(suspended.waitsFrom(earlier)).isEqualTo(earlier);
        assertThat(suspended.suspension().get().length(earlier)).isZero();
    }

    private static Standing failing(int times, int subjects) {
        var standing = Standing.GOOD;
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < subjects; i++) {
            ids.add(UUID.randomUUID());
        }
        for (int i = 0; i < times; i++) {
            standing = standing.failed(standing.countsSubjects() ? List.of(ids.get(i % subjects)) : List.of());
        }
        return standing;
    }

    private static Grant grant(int room, int unrecorded) {
        return new Grant(new Lease(EndpointId.next(), 1, false), room, unrecorded);
    }
}
