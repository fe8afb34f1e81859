package io.caravan.usecase;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.aMerchant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.OwnSub;
import io.caravan.core.profile.Profile;
import io.caravan.core.profile.ProfileScope;
import io.caravan.core.profile.ProfileSub;
import io.caravan.core.profile.SharedProfile;
import io.caravan.store.JdbcPayers;
import io.caravan.store.JdbcProfileConsents;
import io.caravan.store.JdbcProfiles;
import io.caravan.support.MovableClock;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.Race;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.consent.FindSharedProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;

/** What payers share with merchants. */
class SharedProfileTests {

    private final MovableClock clock = new MovableClock(NOW);

    @OnBothDatabases
    void aMerchantSeesWhatWasSharedForAWeek(StoreFixture store) {
        var merchant = store.stored(aMerchant()).id();
        var profile = profile(store);
        var sub = share(store, merchant, profile.payer(), PaymentId.random(), ProfileScope.NAME);

        clock.advance(Duration.ofHours(168).minusMillis(1));
        var seen = find(store, merchant, sub);
        clock.advance(Duration.ofMillis(1));

        assertThat(seen.profile()).isEqualTo(profile);
        assertThat(seen.scopes()).containsExactly(ProfileScope.NAME);
        assertThat(code(store, merchant, sub)).isEqualTo(ProblemCode.PROFILE_CLOSED);
    }

    @OnBothDatabases
    void whatWasSharedLaterIsSeenLongerUnderTheSameName(StoreFixture store) {
        var merchant = store.stored(aMerchant()).id();
        var payer = profile(store).payer();
        var sub = share(store, merchant, payer, PaymentId.random(), ProfileScope.NAME);
        clock.advance(Duration.ofHours(100));
        var later = PaymentId.random();

        assertThat(share(store, merchant, payer, later, ProfileScope.EMAIL)).isEqualTo(sub);

        assertThat(find(store, merchant, sub).scopes())
                .containsExactlyInAnyOrder(ProfileScope.NAME, ProfileScope.EMAIL);
        clock.advance(Duration.ofHours(100));
        assertThat(find(store, merchant, sub).scopes()).containsExactly(ProfileScope.EMAIL);
        var consents = new JdbcProfileConsents(store.jdbc());
        assertThat(store.inTransaction(() -> consents.sub(merchant, later))).contains(sub);
        assertThat(store.inTransaction(() -> consents.sub(MerchantId.random(), later)))
                .isEmpty();
    }

    @OnBothDatabases
    void eachMerchantHasItsOwnNameForAPayer(StoreFixture store) {
        var merchant = store.stored(aMerchant()).id();
        var other = store.stored(aMerchant()).id();
        var payer = profile(store).payer();

        var sub = share(store, merchant, payer, PaymentId.random(), ProfileScope.NAME);
        var others = share(store, other, payer, PaymentId.random(), ProfileScope.NAME);

        assertThat(others).isNotEqualTo(sub);
        assertThat(code(store, other, sub)).isEqualTo(ProblemCode.PROFILE_UNKNOWN);
        assertThat(code(store, merchant, new ProfileSub(UUID.randomUUID()))).isEqualTo(ProblemCode.PROFILE_UNKNOWN);
    }

    @OnBothDatabases
    void sharedInManyPaymentsAtOnceThereIsOneName(StoreFixture store) throws Exception {
        var merchant = store.stored(aMerchant()).id();
        var payer = profile(store).payer();
        Callable<ProfileSub> one = () -> share(store, merchant, payer, PaymentId.random(), ProfileScope.NAME);

        var subs = Race.of(Collections.nCopies(8, one));

        assertThat(Set.copyOf(subs)).hasSize(1);
    }

    private ProfileSub share(
            StoreFixture store, MerchantId merchant, PayerId payer, PaymentId payment, ProfileScope scope) {
        var consents = new JdbcProfileConsents(store.jdbc());
        return store.inTransaction(() -> consents.record(merchant, payer, payment, Set.of(scope), clock.instant()));
    }

    private SharedProfile find(StoreFixture store, MerchantId merchant, ProfileSub sub) {
        return store.inTransaction(() -> new FindSharedProfile(
                        new JdbcProfileConsents(store.jdbc()),
                        new JdbcProfiles(store.jdbc()),
                        new JdbcPayers(store.jdbc()),
                        clock)
                .find(new OwnSub(merchant, sub)));
    }

    private ProblemCode code(StoreFixture store, MerchantId merchant, ProfileSub sub) {
        return catchThrowableOfType(Problem.class, () -> find(store, merchant, sub))
                .code();
    }

    private static Profile profile(StoreFixture store) {
        var phone = "+47" + ThreadLocalRandom.current().nextInt(40_000_000, 49_999_999);
        var payer =
                store.stored(new Payer(PayerId.random(), new Phone(phone), "Kari Nordmann", false, UUID.randomUUID()));
        var profile = new Profile(
                payer.id(),
                "Kari",
                "Nordmann",
                "kari@example.org",
                LocalDate.of(1985, 4, 12),
                Optional.of(new Profile.Home("Storgata 1", "0155", "Oslo", "NO")),
                Optional.empty());
        store.inTransaction(() -> new JdbcProfiles(store.jdbc()).put(profile));
        return profile;
    }
}
