package io.caravan.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.ops.OperatorRequest;
import java.io.IOException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What of an operator's form reaches the console. */
class OperatorBindingTests {

    @Test
    void fieldsAreTakenAsTypedButForWhatNoColumnTakes() throws IOException {
        var request = new MockHttpServletRequest("POST", "/ops/setup-thing");
        request.setParameter("id", " shop\0 17 ");
        request.setParameter("why", "\0");
        request.setParameter("text", " first\r\n second ");
        try (var camel = new DefaultCamelContext()) {
            var exchange = new DefaultExchange(camel);

            new OperatorBinding(who -> true).readRequest(request, exchange.getMessage());

            var read = exchange.getProperty(Exchanges.OPERATOR_REQUEST, OperatorRequest.class);
            assertThat(read.fields())
                    .containsEntry("id", "shop 17")
                    .containsEntry("why", "")
                    .containsEntry("text", " first\n second ");
        }
    }
}
