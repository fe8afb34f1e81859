package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wallet app is told when a payer cannot pay or reject. */
class MobilePayConsumerRefusalRouteTests extends WithWalletApp {

    @Test
    void whileNobodyKnowsThePayerIsToldSoAndCannotPayTwice() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertRefused(accept(""), 500, "ServerError", null);
        assertRefused(accept(""), 409, "DomainError", "10506");
        assertRefused(reject(), 409, "DomainError", "10506");
        assertRefused(accept("{\"PaymentDate\":\"2026-03-13\"}"), 409, "DomainError", "10506");
        ACQUIRER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void whatIsOverIsToldByItsNumber() {
        accept("");

        assertRefused(accept(""), 409, "DomainError", "10504");
        assertRefused(reject(), 409, "DomainError", "10504");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"PaymentDate\":\"2026-03-11\"}",
                "{\"paymentdate\":\"2026-04-19T00:00:00+02:00\"}",
                "{\"PaymentDate\":\"soon\"}",
                "{\"PaymentDate\":20260312}",
                "{\"ConsumerCard\":\"00000000-0000-4000-a000-000000000001\"}",
                "{\"ConsumerCard\":\"1\"}",
                "{\"ConsumerCard\":1}",
                "[]",
                "null",
                "{",
                "\"\u0000\""
            })
    void whatCannotBeReadOrMeantIsRefusedAndNothingIsStored(String body) {
        assertRefused(accept(body), 400, "InputError", null);

        assertThat(world.invoice(invoice).claim()).isEmpty();
        ACQUIRER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void nobodyElseLearnsOfTheInvoice() {
        var another = caller(world.aPayer());

        assertRefused(call("accept", invoice.toString(), "", another), 404, "DomainError", null);
        assertRefused(call("reject", invoice.toString(), "", another), 404, "DomainError", null);
        assertRefused(call("accept", "1-2-3-4-5", "", another), 404, "DomainError", null);
        assertRefused(call("accept", UUID.randomUUID().toString(), "", another), 404, "DomainError", null);
    }

    @Test
    void aMerchantDoesNotActForPayers() {
        var merchant = new Caller("sandbox-dk", Optional.empty(), Optional.of(payer.id()), Set.of(Scope.INVOICE));

        assertRefused(call("accept", invoice.toString(), "", merchant), 403, "InputError", null);
        assertRefused(call("reject", invoice.toString(), "", merchant), 403, "InputError", null);
    }

    @Test
    void whenTooManyWaitForTheAcquirerTheNextIsToldToComeAgainAndNothingHasBegun() throws Exception {
        answer(good().withFixedDelay(2_000));
        var waiting = new ArrayList<Thread>();
        for (int i = 0; i < PLACES; i++) {
            var one = world.aPayer();
            var asked = world.anInvoiceFor(one);
            var thread = new Thread(() -> call("accept", asked.toString(), "", caller(one)));
            thread.start();
            waiting.add(thread);
        }
        Awaitility.await().until(() -> places.free() == 0);

        var refused = accept("");

        assertRefused(refused, 503, "ServerError", null);
        assertThat(refused.retryAfter()).isEqualTo("2");
        assertThat(world.invoice(invoice).claim()).isEmpty();
        assertThat(reject().status()).isEqualTo(200);
        for (var thread : waiting) {
            thread.join();
        }
        assertThat(places.free()).isEqualTo(PLACES);
    }

    @Test
    void whatNobodyForesawIsAServerError() {
        world.jdbc.execute("alter table operation rename to elsewhere");
        try {
            var answer = accept("");

            assertRefused(answer, 500, "ServerError", null);
            assertThat(answer.text()).doesNotContain("operation");
        } finally {
            world.jdbc.execute("alter table elsewhere rename to operation");
        }
        assertThat(world.invoice(invoice).claim()).isEmpty();
    }

    @Test
    void anOutcomeThatCannotBeWrittenDownIsAServerErrorAndTheInvoiceStaysInProgress() {
        world.jdbc.update("update merchant set zone = 'Nowhere/Land' where id = ?", world.merchant.value());

        assertRefused(accept(""), 500, "ServerError", null);
    }
}
