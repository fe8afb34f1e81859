package io.caravan.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.payment.BillingCode;
import io.caravan.core.payment.OperationState;
import io.caravan.core.payment.PaymentStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The carrier's vocabulary, row by row. */
class CarrierWordsTests {

    /** Each code, what it means of a transaction that has failed, and how the payment then ends. */
    private static final String TABLE =
            """
            Delivered, UNKNOWN, TAKEN,
            Expired, REFUSED, TEMPORARY, EXPIRED
            Undelivered, REFUSED, TEMPORARY, FAILED
            Rejected, REFUSED, FINAL, ABORTED
            Stopped, REFUSED, FINAL, ABORTED
            UnknownSubscriber, REFUSED, FINAL, FAILED
            SubscriberUnavailable, REFUSED, TEMPORARY, FAILED
            SubscriberBarred, REFUSED, FINAL, FAILED
            SubscriberLimitExceeded, REFUSED, FINAL, FAILED
            SubscriberTooYoung, REFUSED, FINAL, FAILED
            InsufficientFunds, REFUSED, FINAL, FAILED
            RegistrationRequired, REFUSED, FINAL, FAILED
            UnknownAge, REFUSED, FINAL, FAILED
            MissingPreAuth, REFUSED, FINAL, FAILED
            InvalidAmount, REFUSED, FINAL, FAILED
            InvalidCredentials, REFUSED, FINAL, FAILED
            MaxPinRetry, REFUSED, TEMPORARY, FAILED
            OneTimePasswordExpired, REFUSED, TEMPORARY, EXPIRED
            OneTimePasswordFailed, REFUSED, TEMPORARY, FAILED
            InvalidOtp, REFUSED, TEMPORARY, FAILED
            UserInTransaction, REFUSED, TEMPORARY, FAILED
            TemporaryError, REFUSED, TEMPORARY, FAILED
            ConnectionOffline, REFUSED, TEMPORARY, FAILED
            CardPspError, REFUSED, TEMPORARY, FAILED
            MnoError, REFUSED, TEMPORARY, FAILED
            None, UNKNOWN, UNKNOWN,
            Pending, UNKNOWN, UNKNOWN,
            DuplicateTransaction, UNKNOWN, UNKNOWN,
            MissingDeliveryReport, UNKNOWN, UNKNOWN,
            TimeoutError, UNKNOWN, UNKNOWN,
            UnknownError, UNKNOWN, UNKNOWN,
            OtherError, UNKNOWN, UNKNOWN,
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TABLE)
    void aTransactionThatHasFailedIsRefusedOnlyByACodeThatSaysSo(
            String word, OperationState state, BillingCode.Verdict verdict, PaymentStatus end) {
        var outcome = CarrierWords.outcome("crr_1", "Failed", word, false);

        assertThat(outcome.state()).isEqualTo(state);
        assertThat(BillingCode.of(word)).map(BillingCode::verdict).contains(verdict);
        if (end != null) {
            assertThat(outcome.reason()).contains(word);
            assertThat(BillingCode.of(word)).map(BillingCode::end).contains(end);
        }
    }

    @Test
    void everyCodeHasItsRow() {
        var rows = TABLE.lines().map(row -> row.substring(0, row.indexOf(','))).toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(BillingCode.values())
                        .map(BillingCode::word)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Ok, Delivered, true, DONE, false
                    Ok, Delivered, , DONE, false
                    Ok, None, true, DONE, false
                    Ok, , true, DONE, false
                    Ok, Delivered, false, UNKNOWN, false
                    Ok, InsufficientFunds, true, UNKNOWN, false
                    Ok, Pending, true, UNKNOWN, false
                    Ok, Unheard, true, UNKNOWN, false
                    Sent, Pending, false, WAITING, false
                    Sent, , , WAITING, false
                    Sent, TemporaryError, false, WAITING, false
                    Sent, OneTimePasswordFailed, false, WAITING, false
                    Queued, None, false, WAITING, false
                    Sent, Delivered, false, UNKNOWN, false
                    Sent, Pending, true, UNKNOWN, false
                    Failed, InsufficientFunds, , REFUSED, false
                    Failed, InsufficientFunds, true, UNKNOWN, true
                    Failed, Delivered, false, UNKNOWN, true
                    Failed, Unheard, false, UNKNOWN, false
                    Failed, , false, UNKNOWN, false
                    Reversed, Delivered, true, UNKNOWN, true
                    ok, Delivered, true, UNKNOWN, false
                    '', Delivered, true, UNKNOWN, false
                    """)
    void onlyWordsThatAgreeAreBelieved(
            String status, String detail, Boolean billed, OperationState state, boolean doubtful) {
        var outcome = CarrierWords.outcome("crr_1", status, detail, billed);

        assertThat(outcome.state()).isEqualTo(state);
        assertThat(outcome.doubtful()).isEqualTo(doubtful);
    }
}
