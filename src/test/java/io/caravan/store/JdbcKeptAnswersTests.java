package io.caravan.store;

import static io.caravan.support.Fixtures.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.dialect.Answer;
import io.caravan.core.dialect.RequestKey;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.OwnDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

@OwnDatabases
class JdbcKeptAnswersTests {

    private final MerchantId merchant = MerchantId.random();
    private final RequestKey key = request("{\"a\":1}");
    private final Answer answer = Answer.json(202, "{\"InvoiceId\":\"ø\"}".getBytes(UTF_8))
            .with("Location", "/invoices/1")
            .with("Retry-After", "2");

    @OnBothDatabases
    void theFirstRequestWithAKeyDoesItsWork(StoreFixture store) {
        assertThat(keep(store, merchant, key, answer)).isEmpty();
    }

    @OnBothDatabases
    void aRepeatGetsTheAnswerOfTheFirstToTheByte(StoreFixture store) {
        keep(store, merchant, key, answer);

        assertThat(keep(store, merchant, key, Answer.empty(500))).contains(answer);
        assertThat(keep(store, merchant, key, Answer.empty(500))).contains(answer);
    }

    @OnBothDatabases
    void anotherRequestWithTheSameKeyIsRefused(StoreFixture store) {
        keep(store, merchant, key, answer);

        assertThatThrownBy(() -> keep(store, merchant, request("{\"a\":2}"), answer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.KEY_REUSED));
    }

    @OnBothDatabases
    void merchantsDoNotShareTheirKeys(StoreFixture store) {
        keep(store, merchant, key, answer);

        assertThat(keep(store, MerchantId.random(), key, Answer.empty(204))).isEmpty();
    }

    @OnBothDatabases
    void answersGoWhenTheyAreOldAndTheirKeysAreFree(StoreFixture store) {
        keep(store, merchant, key, answer);

        store.inTransaction(() -> answers(store).forgetBefore(NOW, 1000));
        assertThat(keep(store, merchant, key, Answer.empty(204))).contains(answer);

        store.inTransaction(() -> answers(store).forgetBefore(NOW.plusSeconds(1), 1000));
        assertThat(keep(store, merchant, key, Answer.empty(204))).isEmpty();
    }

    @OnBothDatabases
    void theAnswerOfWorkThatWasRolledBackIsNotKept(StoreFixture store) {
        assertThatThrownBy(() -> store.inTransaction(() -> {
                    answers(store).keep(merchant, key, answer);
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(keep(store, merchant, key, answer)).isEmpty();
    }

    @OnBothDatabases
    void aRepeatThatComesTooEarlyWaitsForTheFirstAndGetsItsAnswer(StoreFixture store) throws Exception {
        try (var race = new Race()) {
            race.holdOpen(store, () -> answers(store).keep(merchant, key, answer));
            var repeat = race.start(() -> keep(store, merchant, key, Answer.empty(500)));
            Race.assertWaits(repeat);
            race.finish();

            assertThat(repeat.get(10, TimeUnit.MINUTES)).contains(answer);
        }
    }

    @OnBothDatabases
    void aRepeatWaitsTwoSecondsAtMost(StoreFixture store) throws Exception {
        try (var race = new Race()) {
            race.holdOpen(store, () -> answers(store).keep(merchant, key, answer));
            var begin = System.nanoTime();
            var repeat = race.start(() -> keep(store, merchant, key, answer));

            assertThatThrownBy(() -> repeat.get(10, TimeUnit.MINUTES))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.KEY_IN_USE));
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(Duration.ofMillis(1_800), Duration.ofMinutes(5));
        }
    }

    private static Optional<Answer> keep(StoreFixture store, MerchantId merchant, RequestKey key, Answer answer) {
        return store.inTransaction(() -> answers(store).keep(merchant, key, answer));
    }

    private static JdbcKeptAnswers answers(StoreFixture store) {
        return new JdbcKeptAnswers(store.jdbc(), store.database(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static RequestKey request(String body) {
        return RequestKey.of("key-1", "POST", "/api/v1/invoices", body.getBytes(UTF_8));
    }
}
