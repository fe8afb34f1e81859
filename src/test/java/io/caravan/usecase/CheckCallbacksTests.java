package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.dialect.RequestKey;
import io.caravan.core.pretransaction.Terms;
import io.caravan.core.problem.InvalidInput;
import io.caravan.store.Database;
import io.caravan.usecase.pretransaction.CheckCallbacks;
import io.caravan.usecase.pretransaction.FindAnswered;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the callbacks of a partner may go, when the name in their address has come to point inside. */
class CheckCallbacksTests {

    @ParameterizedTest
    @EnumSource
    void onlyTheVeryRequestThatWasTakenPassesOnceItsAddressMayNotBeCalledAnyMore(Database database) {
        var partner = new PartnerWorld(database);
        var check = new CheckCallbacks(
                url -> {
                    throw InvalidInput.of("url", "points inside");
                },
                partner.world.transactions(new FindAnswered(partner.answers)));
        var key = "key-" + UUID.randomUUID();
        partner.create(key, key, partner.world.businessTime.instant().plus(Duration.ofDays(1)));
        var terms = PartnerWorld.calling(Optional.of("https://shop.example/{{status}}"));

        assertThatCode(() -> check.check(partner.merchant, key(key, "0"), terms))
                .doesNotThrowAnyException();
        assertThatCode(() -> check.check(partner.merchant, Optional.empty(), PartnerWorld.calling(Optional.empty())))
                .doesNotThrowAnyException();
        assertRefused(check, partner, key(key, "1"), terms);
        assertRefused(check, partner, key("another", "0"), terms);
        assertRefused(check, partner, Optional.empty(), terms);
    }

    private static Optional<RequestKey> key(String key, String digit) {
        return Optional.of(new RequestKey(key, digit.repeat(64)));
    }

    private static void assertRefused(
            CheckCallbacks check, PartnerWorld partner, Optional<RequestKey> key, Terms terms) {
        assertThatThrownBy(() -> check.check(partner.merchant, key, terms))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("statusCallbackUrl");
    }
}
