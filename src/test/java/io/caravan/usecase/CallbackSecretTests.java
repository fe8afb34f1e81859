package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.svix.Webhook;
import io.caravan.callback.CallbackRig;
import io.caravan.callback.PlainForm;
import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.DeliveryId;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.Endpoints;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.store.JdbcCallbackSecrets;
import io.caravan.store.JdbcEndpoints;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.callback.RotateCallbackSecret;
import io.caravan.usecase.callback.ShowCallbackSecret;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which secrets sign while they are rotated. */
class CallbackSecretTests {

    private final MovableClock real = new MovableClock(Instant.parse("2026-03-12T11:00:00Z"));
    private CallbackRig rig;
    private MerchantId merchant;
    private StoreFixture store;

    private void on(StoreFixture database) {
        store = database;
        rig = new CallbackRig(store.dataSource());
        merchant = rig.merchantWithoutEndpoint();
        rig.endpoint(merchant, Dialect.EPAYMENT, "https://shop.example/");
        rig.relay(rig.event(merchant, Dialect.EPAYMENT, UUID.randomUUID(), 0));
    }

    private String rotate() {
        var secrets = new JdbcCallbackSecrets(store.jdbc(), PlainForm.SEALER);
        return store.inTransaction(() -> new RotateCallbackSecret(secrets, real).rotate(merchant))
                .secret()
                .text();
    }

    private String shown() {
        var secrets = new JdbcCallbackSecrets(store.jdbc(), PlainForm.SEALER);
        return store.inTransaction(() -> new ShowCallbackSecret(secrets).show(merchant))
                .text();
    }

    private List<String> signing() {
        Endpoints endpoints = new JdbcEndpoints(store.jdbc(), PlainForm.SEALER);
        return store.inTransaction(() -> endpoints
                .lease("one", new Endpoints.LeaseRoom(1, 1), Instant.parse("2030-01-01T00:00:00Z"), real.instant())
                .stream()
                .findFirst()
                .flatMap(lease -> endpoints.hold(lease, real.instant()))
                .flatMap(endpoint -> endpoint.destination())
                .map(Destination::secrets)
                .orElseThrow()
                .stream()
                .map(CallbackSecret::text)
                .toList());
    }

    @OnBothDatabases
    void theOldSecretSignsBesideTheNewOneForADay(StoreFixture database) {
        on(database);
        var old = shown();
        var fresh = rotate();

        assertThat(shown()).isEqualTo(fresh).isNotEqualTo(old);
        assertThat(signing()).containsExactly(fresh, old);
        real.advance(Duration.ofHours(23));
        assertThat(signing()).containsExactly(fresh, old);
        real.advance(Duration.ofHours(1));
        assertThat(signing()).containsExactly(fresh);
    }

    @OnBothDatabases
    void eachOfSeveralOldSecretsSignsForItsOwnDayAndTheyAreFew(StoreFixture database) {
        on(database);
        var first = shown();
        var second = rotate();
        real.advance(Duration.ofHours(1));
        var third = rotate();
        assertThat(signing()).containsExactly(third, second, first);
        rotate();
        rotate();

        assertThatThrownBy(this::rotate).isInstanceOf(Problem.class);

        real.advance(Duration.ofHours(23));
        assertThat(signing()).doesNotContain(first).contains(second);
        assertThat(rotate()).startsWith("whsec_");
    }

    @OnBothDatabases
    void secretsAreSealedAndForgottenOnceTheySignNoMore(StoreFixture database) {
        on(database);
        rotate();

        assertThat(store.sql()
                        .queryForObject(
                                "select secret from old_secret where owner = ?", String.class, merchant.toString()))
                .startsWith("test:")
                .doesNotContain("whsec");
        store.inTransaction(() -> new JdbcCallbackSecrets(store.jdbc(), PlainForm.SEALER)
                .forget(real.instant().plus(Duration.ofHours(25))));
        assertThat(store.sql()
                        .queryForList("select id from old_secret where owner = ?", UUID.class, merchant.toString()))
                .isEmpty();
    }

    @OnBothDatabases
    void anIndependentVerifierTakesEitherSecret(StoreFixture database) {
        on(database);
        var old = shown();
        var fresh = rotate();
        var id = DeliveryId.next();
        var body = "[{\"Status\":\"Test\"}]";
        long now = java.time.Clock.systemUTC().instant().getEpochSecond();
        var signatures = signing().stream()
                .map(secret -> new CallbackSecret(secret).sign(id, now, body.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(" "));
        var headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(id.value()),
                        "webhook-timestamp", List.of(Long.toString(now)),
                        "webhook-signature", List.of(signatures)),
                (name, value) -> true);

        assertThatCode(() -> new Webhook(old).verify(body, headers)).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(fresh).verify(body, headers)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(CallbackSecret.random().text()).verify(body, headers))
                .hasMessageContaining("ignature");
    }
}
