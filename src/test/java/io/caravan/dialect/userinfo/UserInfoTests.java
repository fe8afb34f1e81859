package io.caravan.dialect.userinfo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.profile.Profile;
import io.caravan.core.profile.ProfileScope;
import io.caravan.core.profile.ProfileSub;
import io.caravan.core.profile.SharedProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserInfoTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PayerId PAYER = PayerId.random();

    private final UserInfo api = new UserInfo();

    @Test
    void aProfileThatIsSharedWholeIsShownWhole() throws IOException {
        try (var golden = UserInfoTests.class.getResourceAsStream("/golden/userinfo/profile.json")) {
            assertThat(shown(EnumSet.allOf(ProfileScope.class))).isEqualTo(JSON.readTree(golden));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, name given_name family_name",
        "ADDRESS, address other_addresses",
        "EMAIL, email email_verified",
        "PHONE_NUMBER, phone_number phone_number_verified",
        "BIRTH_DATE, birthdate",
        "NIN, nin"
    })
    void nothingIsShownThatIsNotShared(ProfileScope scope, String claims) throws IOException {
        assertThat(shown(Set.of(scope)).properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly(("sub sid " + claims).split(" "));
    }

    @Test
    void aRefusalSaysItsStatusAsText() throws IOException {
        var answer =
                api.showFailure(Problem.of(ProblemCode.PROFILE_CLOSED, "x"), "9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2");

        assertThat(answer.status()).isEqualTo(400);
        try (var golden = UserInfoTests.class.getResourceAsStream("/golden/userinfo/error.json")) {
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(JSON.readTree(golden).toString());
        }
        assertThat(api.showFailure(Problem.of(ProblemCode.PROFILE_UNKNOWN, "x"), "x")
                        .status())
                .isEqualTo(404);
    }

    private JsonNode shown(Set<ProfileScope> scopes) throws IOException {
        var profile = new Profile(
                PAYER,
                "Kari",
                "Nordmann",
                "kari@example.org",
                LocalDate.of(1985, 4, 12),
                Optional.of(new Profile.Home("Storgata 1", "0155", "Oslo", "NO")),
                Optional.of("12048512345"));
        var payer = new Payer(PAYER, new Phone("+4748658141"), "Kari Nordmann", false, UUID.randomUUID());
        var shared = new SharedProfile(
                ProfileSub.parse("c06c4afe-d9e1-4c5d-939a-177d752a0944").orElseThrow(),
                payer,
                profile,
                scopes,
                PaymentId.parse("7c1de2c9-6a0a-4b6e-8f43-2d0b9a3b5c22").orElseThrow());
        return JSON.readTree(api.showProfile(shared).body());
    }
}
