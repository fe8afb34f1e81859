package io.caravan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BankSecretsTests {

    private static final String GOOD = "whsec_bXkgb3duIHNlY3JldCBvZiAyNCBieXRlcyBvciBtb3Jl";

    private final StandardEnvironment environment = new StandardEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_", "whsec_c2hvcnQ=", "whsec_no base64 at all, but long enough for it"})
    void aSecretOfAnyBankThatIsNoneIsRefusedAtTheStartByTheNameOfItsSettingAndNotQuoted(String secret) {
        set("caravan.channel.bank.webhook-secret", GOOD);
        set("caravan.channel.northbank.webhook-secret", secret);

        assertThatIllegalStateException()
                .isThrownBy(this::wire)
                .withMessage("caravan.channel.northbank.webhook-secret is not whsec_ and the base64 of 24 to 64 bytes")
                .withNoCause();
    }

    @Test
    void aSecretFromTheEnvironmentIsLookedAtToo() {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("CARAVAN_CHANNEL_NORTHBANK_WEBHOOKSECRET", "secret")));

        assertThatIllegalStateException()
                .isThrownBy(this::wire)
                .withMessageStartingWith("caravan.channel.northbank.webhook-secret");
    }

    @Test
    void aBankWithoutASecretAndOneWithAGoodOneAreTaken() {
        set("caravan.channel.bank.webhook-secret", GOOD);
        set("caravan.channel.northbank.webhook-secret", GOOD);
        set("caravan.channel.bank-example.webhook-secret", "");

        assertThatCode(this::wire).doesNotThrowAnyException();
    }

    private void wire() {
        new BankWiring().bankWebhooks(new BankProperties(null, null, GOOD), environment, Clock.systemUTC());
    }

    private void set(String name, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource(name, Map.of(name, value)));
    }
}
