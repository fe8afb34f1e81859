package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payment.Payment;
import io.caravan.core.paymentinvoice.BankQuestion;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.paymentinvoice.ServiceKind;
import io.caravan.core.problem.Busy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BankDeskTests {

    private static final Currency UAH = Currency.getInstance("UAH");
    private static final Instant NOW = Instant.ofEpochSecond(1_764_077_421);

    @Test
    void theBankIsToldOfTestModeAndOfWhatTheMerchantSaidForTheService() {
        var said = new BankDesk().writeExpected(question(Map.of("document_id", "17", "undeclared", "x")));

        assertThat(said)
                .contains("\"expires\":1764077421,\"test\":true,\"fields\":{\"document_id\":\"17\"}")
                .doesNotContain("undeclared");
    }

    @Test
    void requisitesThatNoColumnTakesAreAsGoodAsNone() {
        var fields = IntStream.range(0, 20)
                .mapToObj(i -> "\"field%d\":\"%s\"".formatted(i, "x".repeat(400)))
                .collect(Collectors.joining(","));
        var body = "{\"reference\":\"P1\",\"requisites\":{%s}}";
        var usable = body.formatted("\"iban\":\"FI1\"").getBytes(StandardCharsets.UTF_8);
        var large = body.formatted(fields).getBytes(StandardCharsets.UTF_8);
        var desk = new BankDesk();

        assertThatCode(() -> desk.readRequisites(question(Map.of()), 200, usable))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> desk.readRequisites(question(Map.of()), 200, large))
                .isInstanceOf(Busy.class);
    }

    private static BankQuestion question(Map<String, String> fields) {
        var payment = Payment.byRequisites(
                new MerchantId(UUID.randomUUID()), Dialect.PAYMENTINVOICES, "P1", new Money(1000, UAH), NOW);
        var service = new Service(
                "card_transfer_uah_invoice",
                "card_transfer",
                Optional.empty(),
                ServiceKind.CARD_TRANSFER,
                UAH,
                new Money(100, UAH),
                new Money(100_000, UAH),
                List.of(new Field("document_id", true, "^.+$"), new Field("document_type", false, "^.+$")),
                List.of(),
                true,
                "bank",
                true,
                Map.of());
        var terms = new PaymentInvoiceTerms(
                Optional.empty(),
                Optional.empty(),
                fields,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
        var invoice = new PaymentInvoice(
                PaymentInvoiceId.random(),
                payment.id(),
                payment.merchant(),
                "coma_Shop1",
                Optional.empty(),
                "",
                Optional.of(service.code()),
                true,
                new PaymentReference("P1"),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                terms);
        return new BankQuestion(invoice, service, payment);
    }
}
