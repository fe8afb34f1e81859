package io.caravan.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.consent.ConsentState;
import io.caravan.core.invoice.InvoiceStatus;
import io.caravan.core.notice.NoticeState;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.PaymentStatus;
import io.caravan.core.paymentinvoice.TransferState;
import io.caravan.core.sms.SmsState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables in docs/states.md. Change both, or neither. */
class StatesTests {

    @Test
    void invoicesGoFromStatusToStatusAsDocumented() throws IOException {
        assertThat(section("Invoice")).contains(table(InvoiceStatus.values(), InvoiceStatus::next));
    }

    @Test
    void paymentsGoFromStatusToStatusAsDocumented() throws IOException {
        assertThat(section("Payment")).contains(table(PaymentStatus.values(), PaymentStatus::next));
    }

    @Test
    void operationsGoFromStateToStateAsDocumented() throws IOException {
        assertThat(section("Operation")).contains(table(OperationState.values(), OperationState::next));
    }

    @Test
    void transfersGoFromStateToStateAsDocumented() throws IOException {
        assertThat(section("Transfer")).contains(table(TransferState.values(), TransferState::next));
    }

    @Test
    void consentsGoFromStateToStateAsDocumented() throws IOException {
        assertThat(section("Consent")).contains(table(ConsentState.values(), ConsentState::next));
    }

    @Test
    void smsGoFromStateToStateAsDocumented() throws IOException {
        assertThat(section("SMS")).contains(table(SmsState.values(), SmsState::next));
    }

    @Test
    void allStatesOfANoticeAreDocumented() throws IOException {
        var documented = Pattern.compile("(?m)^\\| `([A-Z]+)` ")
                .matcher(section("Notice"))
                .results()
                .map(match -> match.group(1));

        assertThat(documented)
                .containsExactlyElementsOf(
                        Stream.of(NoticeState.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "REJECTED", "EXPIRED", "CANCELED", "INVALID"})
    void nothingFollowsAFinalStatus(InvoiceStatus status) {
        assertThat(status.isFinal()).isTrue();
        assertThat(InvoiceStatus.values()).noneMatch(status::canBecome);
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentIsFinalWhenNothingFollows(PaymentStatus status) {
        assertThat(status.isFinal()).isEqualTo(status != PaymentStatus.CREATED);
    }

    @ParameterizedTest
    @EnumSource
    void anOperationIsOpenUntilItsOutcomeIsKnown(OperationState state) {
        assertThat(state.isOpen()).isEqualTo(!state.next().isEmpty());
    }

    private static <S extends Enum<S>> String table(S[] states, Function<S, Set<S>> next) {
        return Arrays.stream(states)
                .map(state -> state + " -> " + next.apply(state))
                .collect(Collectors.joining("\n", "```text\n", "\n```"));
    }

    private static String section(String title) throws IOException {
        var page = Files.readString(Path.of("docs/states.md"));
        var start = page.indexOf("\n## " + title + "\n");
        var end = page.indexOf("\n## ", start + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }
}
