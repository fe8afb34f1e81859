package io.caravan.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceStatus;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wallet app gets, from its request to the acquirer and back. */
class MobilePayConsumerRouteTests extends WithWalletApp {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{}",
                "{\"paymentDate\":null,\"ConsumerCard\":null}",
                "{\"PaymentDate\":\"2026-03-12\"}"
            })
    void thePayerPaysNow(String body) {
        var answer = accept(body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("InvoiceId").asText()).isEqualTo(invoice.toString());
        assertThat(answer.json().path("InvoicePaymentStatus").asText()).isEqualTo("paid");
        assertThat(world.invoice(invoice).status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void thePayerGetsAReceipt() {
        var receipt = accept("").json().path("Receipt");

        var keys = new ArrayList<String>();
        receipt.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "Logo",
                        "InvoiceIssuerName",
                        "PaymentDate",
                        "TotalAmount",
                        "Status",
                        "PaymentSourceType",
                        "TransactionDetails",
                        "CardDetails",
                        "AccountDetails",
                        "InvoiceUrl",
                        "UrlType",
                        "InvoiceId",
                        "InvoiceNumber",
                        "IssueDate",
                        "DueDate",
                        "Comment",
                        "InvoiceArticles",
                        "InvoiceVatTotals",
                        "CurrencyCode",
                        "TotalAmountExcludingVat",
                        "TotalVatAmount",
                        "MerchantId",
                        "InvoiceIssuerId",
                        "InvoiceIssuerAddress",
                        "InvoiceIssuerZipcode",
                        "InvoiceIssuerCity",
                        "MerchantIsoCountryCode",
                        "MerchantVatNumber");
        assertThat(receipt.path("PaymentDate").asText()).isEqualTo("2026-03-12");
        assertThat(receipt.path("TotalAmount").decimalValue()).isEqualByComparingTo("360");
        assertThat(receipt.path("Status").asText()).isEqualTo("paid");
        assertThat(receipt.path("TransactionDetails").path("TransactionId").asText())
                .isEqualTo(world.eventsOf(invoice.value())
                        .get(1)
                        .details()
                        .get(io.caravan.core.event.Event.Detail.PAYMENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-13", "2026-04-18", "2026-03-20T23:59:59-08:00"})
    void thePayerPaysLater(String date) {
        var answer = accept("{\"paymentDate\":\"" + date + "\"}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("InvoicePaymentStatus").asText()).isEqualTo("accepted");
        var receipt = answer.json().path("Receipt");
        assertThat(receipt.path("PaymentDate").asText()).isEqualTo(date.substring(0, 10));
        assertThat(receipt.path("Status").asText()).isEqualTo("accepted");
        assertThat(receipt.path("TransactionDetails").isNull()).isTrue();
        assertThat(receipt).hasSameSizeAs(accept("").json().path("Receipt"));
        ACQUIRER.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aLinkThatWillBePaidLaterLeadsBackAsAccepted() {
        var link = world.anInvoice(payer, PaymentWorld.TODAY, Delivery.LINK);

        var answer = call("accept", link.toString(), "{\"PaymentDate\":\"2026-03-13\"}", caller(payer));

        assertThat(answer.json().path("RedirectUrl").asText())
                .isEqualTo("https://shop.example/thanks?order=7&status=accepted#top");
    }

    @Test
    void onlyAPayerWhoCameByALinkIsSentBackToTheMerchant() {
        var link = world.anInvoice(payer, PaymentWorld.TODAY, Delivery.LINK);

        assertThat(accept("").json().path("RedirectUrl").isNull()).isTrue();
        assertThat(call("accept", link.toString(), "", caller(payer))
                        .json()
                        .path("RedirectUrl")
                        .asText())
                .isEqualTo("https://shop.example/thanks?order=7&status=paid#top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"declined", "expired_card"})
    void aRefusedCardIsToldAndTheInvoiceStaysOpen(String status) {
        answer(jsonResponse("{\"id\":\"ch_1\",\"status\":\"" + status + "\"}", 402));

        var answer = accept("");

        assertThat(answer.status()).isEqualTo(400);
        var keys = new ArrayList<String>();
        answer.json().fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactly("InvoiceId", "InvoicePaymentStatus", "ErrorText");
        assertThat(answer.json().path("InvoicePaymentStatus").asText()).isEqualTo("accepted");
        assertThat(answer.json().path("ErrorText").asText()).startsWith("The card ");
        answer(good());
        assertThat(accept("").status()).isEqualTo(200);
    }

    @Test
    void thePayerRejects() {
        var answer = reject();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"InvoiceId\":\"" + invoice + "\"}");
        assertRefused(accept(""), 409, "DomainError", "10505");
        assertRefused(reject(), 409, "DomainError", "10505");
    }

    @Test
    void aLinkThatWasNotAcceptedIsNotRejected() {
        var link = world.anInvoice(payer, PaymentWorld.TODAY, Delivery.LINK);

        assertRefused(call("reject", link.toString(), "", caller(payer)), 409, "DomainError", "10507");
    }
}
