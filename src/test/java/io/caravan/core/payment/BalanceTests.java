package io.caravan.core.payment;

import static io.caravan.core.invoice.PaidInvoices.aPayer;
import static io.caravan.core.invoice.PaidInvoices.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BalanceTests {

    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");

    private final Payment created = Payment.byPage(anInvoice(), Optional.of(aPayer().id()), NOW);
    private final Operation authorize = created.authorize(ProviderPage.returningTo(URI.create("https://shop.example")));
    private final Payment authorized = created.after(authorize);
    private final long all = created.amount().minor();

    @ParameterizedTest
    @EnumSource(names = {"CAPTURE", "CANCEL"})
    void whatIsReservedIsCapturedOrCancelledOnce(OperationKind kind) {
        var balance = new Balance(authorized, List.of(authorize));

        assertThat(balance.request(kind, money(all)).state()).isEqualTo(OperationState.REQUESTED);
        assertRefused(balance, kind, all + 1);
        assertRefused(balance, kind, 0);
        assertRefused(balance, kind, -1);
    }

    @ParameterizedTest
    @EnumSource(
            value = OperationState.class,
            names = {"REQUESTED", "SENT", "UNKNOWN"})
    void whatAnOpenOperationMayMoveIsUsed(OperationState open) {
        var capture = in(open, OperationKind.CAPTURE, 100);
        var cancel = in(open, OperationKind.CANCEL, 20);
        var balance = new Balance(authorized, List.of(authorize, capture, cancel));

        assertThat(balance.reserved()).isEqualTo(money(all - 120));
        assertThat(balance.taken()).isEqualTo(money(0));
        assertRefused(balance, OperationKind.CAPTURE, all - 119);
        assertRefused(balance, OperationKind.REFUND, 1);
    }

    @Test
    void whatWasRefusedIsFreeAgain() {
        var capture = in(OperationState.REFUSED, OperationKind.CAPTURE, 100);

        assertThat(new Balance(authorized, List.of(capture)).reserved()).isEqualTo(money(all));
    }

    @Test
    void whatIsCapturedIsRefundedOnce() {
        var captured = authorized.after(in(OperationState.DONE, OperationKind.CAPTURE, 100));
        var refunding = in(OperationState.UNKNOWN, OperationKind.REFUND, 60);
        var balance = new Balance(captured, List.of(refunding));

        assertThat(balance.taken()).isEqualTo(money(40));
        assertRefused(balance, OperationKind.REFUND, 41);
        assertThat(balance.reserved()).isEqualTo(money(all - 100));
    }

    @Test
    void whatIsCancelledIsNotCaptured() {
        var cancelled = authorized.after(in(OperationState.DONE, OperationKind.CANCEL, 100));

        assertThat(new Balance(cancelled, List.of()).reserved()).isEqualTo(money(all - 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cancelled.after(in(OperationState.DONE, OperationKind.CAPTURE, all)));
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTHORIZE", "CHARGE"})
    void aPaymentBeginsOnlyOnce(OperationKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balance(authorized, List.of()).request(kind, money(1)));
    }

    private Money money(long minor) {
        return new Money(minor, created.amount().currency());
    }

    private Operation in(OperationState state, OperationKind kind, long minor) {
        return new Operation(
                OperationId.random(),
                created.id(),
                Channel.PSP,
                kind,
                money(minor),
                state,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void assertRefused(Balance balance, OperationKind kind, long minor) {
        assertThatThrownBy(() -> balance.request(kind, money(minor)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                        .isEqualTo(ProblemCode.AMOUNT_NOT_AVAILABLE));
    }
}
