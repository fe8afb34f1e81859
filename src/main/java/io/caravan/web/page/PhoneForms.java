package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import io.caravan.core.page.FormSeal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PageRequest;
import io.caravan.core.page.PhoneVisit;
import io.caravan.core.page.PinVisit;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.prompt.PromptId;
import java.util.Optional;

/** The forms by which somebody chooses to pay on a phone's bill, and enters the PIN. */
public final class PhoneForms {

    static final String ACTION = "phone";
    static final String PIN_ACTION = "pin";
    static final String PHONE = "bill-phone";
    static final String WHOSE = "bill-whose";
    static final String CONFIRM = "confirm";
    static final String PIN = "pinCode";

    private final FormSeal seal;

    public PhoneForms(FormSeal seal) {
        this.seal = seal;
    }

    /**
     * What was sent.
     *
     * @throws PageRefused if it is no form of ours, or too old
     * @throws InvalidInput for a phone that cannot be one
     */
    public PhoneVisit read(byte[] body, PageRequest page, PageVisit visit) {
        var form = FormBody.read(body);
        var id = page.prompt().orElseThrow(() -> new PageRefused(Reason.MALFORMED));
        int number = check(form, page, ACTION, id);
        var confirmation = form.field(CONFIRM).equals("pin") ? Confirmation.PIN : Confirmation.REPLY;
        return new PhoneVisit(page.token(), id.value(), number, phone(form), confirmation, visit.address());
    }

    /**
     * The PIN that was sent.
     *
     * @throws PageRefused if it is no form of ours, or too old
     */
    public PinVisit readPin(byte[] body, PageRequest page) {
        var form = FormBody.read(body);
        var id = page.prompt().orElseThrow(() -> new PageRefused(Reason.MALFORMED));
        check(form, page, PIN_ACTION, id);
        return new PinVisit(page.token(), id.value(), form.field(PIN).replace(" ", ""));
    }

    /** Leads on to the page that shows what becomes of it. */
    public Answer show(PhoneVisit begun, PageVisit visit) {
        return Drawing.safe(Answer.empty(303))
                .with("Location", visit.root() + "i/" + visit.token() + "/payments/" + begun.id() + visit.query());
    }

    private int check(FormBody form, PageRequest page, String action, PromptId id) {
        int number = number(form);
        if (!seal.holds(new FormSeal.Form(page.token(), action, id, number), form.field("seal"))) {
            throw new PageRefused(Reason.OUTDATED);
        }
        return number;
    }

    private static int number(FormBody form) {
        try {
            return Integer.parseInt(form.field("number"));
        } catch (NumberFormatException e) {
            throw new PageRefused(Reason.MALFORMED);
        }
    }

    /** None is the phone that the invoice names. */
    private static Optional<Phone> phone(FormBody form) {
        if (!form.field(WHOSE).equals(PayForm.OTHER_PHONE)) {
            return Optional.empty();
        }
        var text = form.field(PHONE);
        return Optional.of(Phone.parse(text, form.field("country"))
                .orElseThrow(() -> InvalidInput.of(PHONE, text.isEmpty() ? "missing" : "malformed")));
    }
}
