package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.aMerchant;
import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.problem.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointReaderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"user\",\"password\":\"pa:ss\",\"callbackurl\":\"https://shop.example/cb?x=1\"}",
                "{\"Username\":\"user\",\"Password\":\"pa:ss\",\"CallbackUrl\":\"https://shop.example/cb?x=1\"}",
                "{\"username\":\"user\",\"password\":\"pa:ss\",\"callback_url\":\"https://shop.example/cb?x=1\"}"
            })
    void basicCredentialsBecomeAHeader(String body) {
        assertThat(EndpointReader.basic(bytes(body), aMerchant()))
                .isEqualTo(request("https://shop.example/cb?x=1", "Basic dXNlcjpwYTpzcw=="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ApiKey\":\"k e y\",\"callbackurl\":\"http://shop.example:8080/\"}",
                "{\"api_key\":\"k e y\",\"callback_url\":\"http://shop.example:8080/\"}"
            })
    void aKeyIsTheHeader(String body) {
        assertThat(EndpointReader.apiKey(bytes(body), aMerchant()))
                .isEqualTo(request("http://shop.example:8080/", "k e y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX: y", " a", "a ", "\\u00e6", "\\u0000", "\\u007f"})
    void aKeyThatNoHeaderCanHaveIsRefused(String key) {
        var body = "{\"ApiKey\":\"" + key + "\",\"CallbackUrl\":\"https://shop.example/\"}";

        var refused = catchThrowableOfType(InvalidInput.class, () -> EndpointReader.apiKey(bytes(body), aMerchant()));

        assertThat(refused.violations()).hasSize(1);
        assertThat(refused.violations().get(0).field()).isEqualTo("ApiKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cb",
                "shop.example",
                "ftp://shop.example/",
                "https://u:p@shop.example/",
                "https://shop.example/#x",
                "https:///cb",
                "https://shop example/"
            })
    void anAddressThatIsNoneIsRefused(String url) {
        var body = "{\"ApiKey\":\"k\",\"CallbackUrl\":\"" + url + "\"}";

        var refused = catchThrowableOfType(InvalidInput.class, () -> EndpointReader.apiKey(bytes(body), aMerchant()));

        assertThat(refused.violations().get(0).field()).isEqualTo("CallbackUrl");
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        var refused = catchThrowableOfType(InvalidInput.class, () -> EndpointReader.basic(bytes("{}"), aMerchant()));

        assertThat(refused.violations())
                .extracting(InvalidInput.Violation::field)
                .containsExactly("CallbackUrl", "Username", "Password");
    }

    @Test
    void aUserNameWithAColonIsRefused() {
        var body = "{\"Username\":\"a:b\",\"Password\":\"p\",\"CallbackUrl\":\"https://shop.example/\"}";

        var refused = catchThrowableOfType(InvalidInput.class, () -> EndpointReader.basic(bytes(body), aMerchant()));

        assertThat(refused.violations().get(0).field()).isEqualTo("Username");
    }

    private static EndpointRequest request(String url, String header) {
        return new EndpointRequest(aMerchant().id(), Dialect.MOBILEPAY, url, header);
    }
}
