package io.caravan.usecase.page;

import io.caravan.core.notice.Notices;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.OperationKind;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.payment.Payments;
import io.caravan.core.paymentrequest.PaymentRequests;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.prompt.PaymentPrompt;
import io.caravan.core.prompt.PaymentPromptRequest;
import io.caravan.core.prompt.PaymentPrompts;
import io.caravan.core.prompt.PromptLimits;
import io.caravan.core.prompt.Prompts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Has a payer asked in the wallet app, as somebody wished on the page of a payment. */
public class PromptForPayment {

    private final PaymentRequests requests;
    private final Payments payments;
    private final Payers payers;
    private final Prompts allPrompts;
    private final PaymentPrompts prompts;
    private final Notices notices;
    private final PromptLimits limits;
    private final Clock businessTime;
    private final Clock realTime;

    public PromptForPayment(
            PaymentRequests requests,
            Payments payments,
            Payers payers,
            Prompts allPrompts,
            PaymentPrompts prompts,
            Notices notices,
            PromptLimits limits,
            Clock businessTime,
            Clock realTime) {
        this.requests = requests;
        this.payments = payments;
        this.payers = payers;
        this.allPrompts = allPrompts;
        this.prompts = prompts;
        this.notices = notices;
        this.limits = limits;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * The prompt, on its way to the phone, whose owner is asked from now on, or to nobody; the one made before if this form
     * has been sent before. One that reached nobody counts all the same: numbers cannot be tried without end.
     *
     * @throws PageRefused UNKNOWN, OUTDATED if somebody has tried to pay since the form was drawn, or it cannot be paid in
     *     a wallet now, TOO_MANY_FROM_ADDRESS, TOO_MANY_TO_PHONE
     * @throws InvalidInput for no phone
     */
    public PaymentPrompt prompt(PaymentPromptRequest asked) {
        var now = realTime.instant();
        allPrompts.lock(asked.address());
        var made = prompts.find(asked.id());
        if (made.isPresent()) {
            return made.get();
        }
        var unlocked = requests.find(asked.token()).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        var payment = payments.lock(unlocked.payment()).orElseThrow();
        var request = requests.find(payment.id()).orElseThrow();
        var attempts = payments.operations(payment.id()).stream()
                .filter(operation -> operation.kind() == OperationKind.AUTHORIZE)
                .toList();
        var states = new PaymentPageStates(payment, request, attempts, businessTime.instant(), now);
        if (!states.open().isPayable() || request.terms().card() || attempts.size() != asked.attempts()) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var phone = (request.named() ? request.phone() : asked.phone())
                .orElseThrow(() -> InvalidInput.of("phone", "is required"));
        refuseTooMany(asked.address(), payment.id(), phone, now);

        var payer = payers.find(phone).filter(known -> !known.blocked());
        var prompt = new PaymentPrompt(asked.id(), payment.id(), phone, payer.map(Payer::id), attempts.size(), now);
        prompts.add(prompt, asked.address());
        if (payer.isPresent()) {
            requests.bind(payment.id(), phone);
            notices.add(List.of(prompt.notice()));
        }
        return prompt;
    }

    private void refuseTooMany(String address, PaymentId payment, Phone phone, Instant now) {
        if (allPrompts.countFrom(address, now.minus(PromptLimits.ADDRESS_WINDOW)) >= limits.perAddress()) {
            throw new PageRefused(Reason.TOO_MANY_FROM_ADDRESS);
        }
        if (prompts.countTo(payment, phone, now.minus(PromptLimits.PHONE_WINDOW)) >= limits.perPhone()) {
            throw new PageRefused(Reason.TOO_MANY_TO_PHONE);
        }
    }
}
