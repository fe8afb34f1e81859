package io.caravan.core.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPlanTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final RetryPlan PLAN = new RetryPlan(List.of(Duration.ofSeconds(5), Duration.ofMinutes(19)));

    @ParameterizedTest
    @CsvSource({"200", "202", "204", "299"})
    void any2xxIsADelivery(int status) {
        assertThat(PLAN.judge(attempt(1, status, ""), Standing.GOOD, NOW, 0).state())
                .isEqualTo(DeliveryState.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({"199", "301", "400", "410", "500"})
    void anythingElseIsTriedAgain(int status) {
        assertThat(PLAN.judge(attempt(1, status, ""), Standing.GOOD, NOW, 0).state())
                .isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void aGoodStatusThatDidNotEndInTimeIsNoDelivery() {
        var cut = new Attempt(
                posting(1), NOW, Duration.ZERO, Optional.of(200), Optional.of("late"), "", Optional.empty());

        assertThat(PLAN.judge(cut, Standing.GOOD, NOW, 0).state()).isEqualTo(DeliveryState.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"1,0,PT5S", "1,1,PT5.5S", "2,0,PT19M", "2,0.5,PT19M57S", "2,1,PT20M54S"})
    void waitsAreLongerByAtMostATenth(int number, double chance, Duration wait) {
        assertThat(PLAN.judge(attempt(number, 500, ""), Standing.GOOD, NOW, chance)
                        .nextAttemptAt())
                .contains(NOW.plus(wait));
    }

    @Test
    void theFailureAfterTheLastWaitIsTheEnd() {
        var verdict = PLAN.judge(attempt(3, 500, "PT1M"), Standing.GOOD, NOW, 0);

        assertThat(verdict.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(verdict.nextAttemptAt()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT30S,PT30S", "PT1S,PT5S", "PT60M,PT1H", "PT48H,PT1H"})
    void aMerchantMayAskForMoreTimeButNotForMoreThanAnHour(String asked, Duration wait) {
        assertThat(PLAN.judge(attempt(1, 503, asked), Standing.GOOD, NOW, 0).nextAttemptAt())
                .contains(NOW.plus(wait));
    }

    @Test
    void theLastAttemptIsMadeWhenSevenDaysHavePassedAndNotLater() {
        var plan = new RetryPlan(List.of(Duration.ofDays(1)));
        var almost = NOW.plus(RetryPlan.PATIENCE).minusSeconds(3600);

        assertThat(plan.judge(attempt(1, 500, ""), Standing.GOOD, almost, 1).nextAttemptAt())
                .contains(NOW.plus(RetryPlan.PATIENCE));
    }

    @Test
    void aFailureAfterSevenDaysIsTheEnd() {
        var verdict = PLAN.judge(attempt(1, 500, ""), Standing.GOOD, NOW.plus(RetryPlan.PATIENCE), 0);

        assertThat(verdict.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(verdict.reason()).contains(DeadReason.OVERDUE);
    }

    @Test
    void aSuccessAfterSevenDaysIsADelivery() {
        var verdict = PLAN.judge(attempt(1, 200, ""), Standing.GOOD, NOW.plus(RetryPlan.PATIENCE), 0);

        assertThat(verdict.state()).isEqualTo(DeliveryState.DELIVERED);
    }

    @Test
    void aWaitThatBeginsDuringASuspensionStandsStill() {
        var suspended = Standing.GOOD.suspended(NOW);

        assertThat(PLAN.judge(attempt(2, 500, ""), suspended, NOW.plusSeconds(7200), 0)
                        .nextAttemptAt())
                .contains(NOW.plus(Duration.ofMinutes(19)));
    }

    @ParameterizedTest
    @CsvSource({"503,PT1H,1,PT1H", "429,PT10S,1,PT10S", "503,PT5.4S,1,PT5.5S"})
    void whatTheMerchantAsksForIsNotMadeLonger(int status, String asked, double chance, Duration wait) {
        assertThat(PLAN.judge(attempt(1, status, asked), Standing.GOOD, NOW, chance)
                        .nextAttemptAt())
                .contains(NOW.plus(wait));
    }

    private static Attempt attempt(int number, int status, String retryAfter) {
        return new Attempt(
                posting(number),
                NOW,
                Duration.ZERO,
                Optional.of(status),
                Optional.empty(),
                "",
                Optional.of(retryAfter).filter(text -> !text.isEmpty()).map(Duration::parse));
    }

    private static Posting posting(int attempt) {
        return new Posting(
                DeliveryId.next(),
                new Lease(EndpointId.next(), 1, false),
                MerchantId.random(),
                Dialect.MOBILEPAY,
                attempt,
                NOW,
                NOW.plus(RetryPlan.PATIENCE),
                Optional.empty());
    }
}
