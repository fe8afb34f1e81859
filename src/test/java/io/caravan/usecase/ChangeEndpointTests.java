package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.InvalidInput;
import io.caravan.usecase.callback.ChangeEndpoint;
import io.caravan.usecase.callback.StoreEndpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEndpointTests {

    private final List<EndpointRequest> stored = new ArrayList<>();
    private final ChangeEndpoint changeEndpoint = new ChangeEndpoint(
            url -> {
                if (url.contains("intranet")) {
                    throw InvalidInput.of("CallbackUrl", "not there");
                }
            },
            new StoreEndpoint(null, null) {
                @Override
                public void store(EndpointRequest request) {
                    stored.add(request);
                }
            });

    @ParameterizedTest
    @ValueSource(strings = {"", "k", "Basic dXNlcjpwYXNz", "a key of several words"})
    void callbacksGoWhereTheMerchantWantsThem(String header) {
        var request = request("https://shop.example/", header);

        changeEndpoint.change(request);

        assertThat(stored).containsExactly(request);
    }

    @Test
    void aForbiddenUrlIsNotStored() {
        assertThatThrownBy(() -> changeEndpoint.change(request("https://intranet/", "key")))
                .isInstanceOf(InvalidInput.class);
        assertThat(stored).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key\r\nX-Other: 1", "key\n", "\u0000", "nøgle", " key", "key "})
    void aCredentialThatIsNoHeaderIsRefusedAndNotRepeated(String header) {
        assertThatThrownBy(() -> changeEndpoint.change(request("https://shop.example/", header)))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.violations())
                        .allSatisfy(violation -> assertThat(violation.message()).doesNotContain("key")));
        assertThat(stored).isEmpty();
    }

    private static EndpointRequest request(String url, String header) {
        return new EndpointRequest(MerchantId.random(), Dialect.MOBILEPAY, url, header);
    }
}
