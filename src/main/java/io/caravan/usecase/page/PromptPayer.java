package io.caravan.usecase.page;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.invoice.Invoices;
import io.caravan.core.merchant.Merchants;
import io.caravan.core.notice.Notices;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.Pages;
import io.caravan.core.payer.Payer;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import io.caravan.core.pretransaction.OfferedChannels;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.prompt.Prompt;
import io.caravan.core.prompt.PromptLimits;
import io.caravan.core.prompt.PromptRequest;
import io.caravan.core.prompt.PromptState;
import io.caravan.core.prompt.Prompts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Has a payer asked in the wallet app, as somebody wished on the page of an invoice. */
public class PromptPayer {

    private final Pages pages;
    private final Merchants merchants;
    private final Payers payers;
    private final OfferedChannels channels;
    private final Invoices invoices;
    private final Prompts prompts;
    private final Notices notices;
    private final PromptLimits limits;
    private final Clock businessTime;
    private final Clock realTime;

    public PromptPayer(
            Pages pages,
            Merchants merchants,
            Payers payers,
            OfferedChannels channels,
            Invoices invoices,
            Prompts prompts,
            Notices notices,
            PromptLimits limits,
            Clock businessTime,
            Clock realTime) {
        this.pages = pages;
        this.merchants = merchants;
        this.payers = payers;
        this.channels = channels;
        this.invoices = invoices;
        this.prompts = prompts;
        this.notices = notices;
        this.limits = limits;
        this.businessTime = businessTime;
        this.realTime = realTime;
    }

    /**
     * The prompt, on its way to the phone, or UNREACHABLE; the one made before if this form has been sent before. One
     * that reached nobody counts all the same: numbers cannot be tried without end.
     *
     * @throws PageRefused UNKNOWN, OUTDATED if the invoice has changed since the form was drawn, or cannot be paid now or in the app,
     *     TOO_MANY_FROM_ADDRESS, TOO_MANY_TO_PHONE
     * @throws InvalidInput for no phone, or a day on which this cannot be paid
     */
    public Prompt prompt(PromptRequest request) {
        var now = realTime.instant();
        prompts.lock(request.address());
        var made = prompts.find(request.id());
        if (made.isPresent()) {
            return made.get();
        }
        var invoice =
                pages.find(request.token()).flatMap(invoices::lock).orElseThrow(() -> new PageRefused(Reason.UNKNOWN));
        if (invoice.number() != request.number() || !invoice.isFree() || !channels.haveWallet(invoice)) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var phone = request.phone()
                .or(() -> invoice.draft().phone())
                .orElseThrow(() -> InvalidInput.of("phone", "is required"));
        var date = date(request, invoice);
        refuseTooMany(request.address(), invoice, phone, now);

        var payer = payers.find(phone).filter(known -> !known.blocked());
        var prompt = new Prompt(
                request.id(),
                invoice.id(),
                phone,
                payer.map(Payer::id),
                date,
                payer.isPresent() ? PromptState.OPEN : PromptState.UNREACHABLE,
                now);
        prompts.add(prompt, request.address());
        if (payer.isPresent()) {
            notices.add(List.of(prompt.notice()));
        }
        return prompt;
    }

    /** The day if it lies ahead; none if it is today. */
    private Optional<LocalDate> date(PromptRequest request, Invoice invoice) {
        var zone = merchants.find(invoice.merchant()).orElseThrow().zone();
        var today = LocalDate.ofInstant(businessTime.instant(), zone);
        if (today.isAfter(invoice.lastDay())) {
            throw new PageRefused(Reason.OUTDATED);
        }
        if (request.date().filter(today::isAfter).isPresent()
                || request.date().filter(invoice.lastDay()::isBefore).isPresent()
                || request.date().filter(today::isBefore).isPresent() && !invoice.canBeScheduled()) {
            throw InvalidInput.of("date", "is not one on which this can be paid");
        }
        return request.date().filter(today::isBefore);
    }

    private void refuseTooMany(String address, Invoice invoice, Phone phone, Instant now) {
        if (prompts.countFrom(address, now.minus(PromptLimits.ADDRESS_WINDOW)) >= limits.perAddress()) {
            throw new PageRefused(Reason.TOO_MANY_FROM_ADDRESS);
        }
        if (prompts.countTo(invoice.id(), phone, now.minus(PromptLimits.PHONE_WINDOW)) >= limits.perPhone()) {
            throw new PageRefused(Reason.TOO_MANY_TO_PHONE);
        }
    }
}
