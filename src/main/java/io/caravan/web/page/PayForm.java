package io.caravan.web.page;

import io.caravan.core.page.FormSeal;
import io.caravan.core.page.PageRefused;
import io.caravan.core.page.PageRefused.Reason;
import io.caravan.core.page.PageToken;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.prompt.PromptId;
import io.caravan.core.prompt.PromptRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form by which somebody asks for a prompt: reads what was sent, and seals what is drawn. */
final class PayForm {

    static final String PHONE = "phone";
    static final String DATE = "date";
    static final String OTHER_PHONE = "other";
    static final String LATER = "later";

    private static final String ACTION = "prompt";

    private final FormSeal seal;

    PayForm(FormSeal seal) {
        this.seal = seal;
    }

    String seal(PageToken token, PromptId id, int number) {
        return seal.seal(new FormSeal.Form(token, ACTION, id, number));
    }

    String sealCard(PageToken token, PromptId id, int number) {
        return seal.seal(new FormSeal.Form(token, CardForms.ACTION, id, number));
    }

    /**
     * What was sent.
     *
     * @throws PageRefused if it is no form of ours, or too old
     * @throws InvalidInput with the faults of phone and date
     */
    PromptRequest read(FormBody body, PageToken token, String address) {
        var id = PromptId.parse(body.field("id")).orElseThrow(() -> new PageRefused(Reason.MALFORMED));
        int number = number(body);
        if (!seal.holds(new FormSeal.Form(token, ACTION, id, number), body.field("seal"))) {
            throw new PageRefused(Reason.OUTDATED);
        }
        var faults = new ArrayList<Violation>();
        var phone = phone(body, faults);
        var date = date(body, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new PromptRequest(token, id, number, phone, date, address);
    }

    private static int number(FormBody body) {
        try {
            return Integer.parseInt(body.field("number"));
        } catch (NumberFormatException e) {
            throw new PageRefused(Reason.MALFORMED);
        }
    }

    /** None is the phone that the invoice names. */
    private static Optional<Phone> phone(FormBody body, List<Violation> faults) {
        if (!body.field("whose").equals(OTHER_PHONE)) {
            return Optional.empty();
        }
        var phone = Phone.parse(body.field(PHONE), body.field("country"));
        if (phone.isEmpty()) {
            faults.add(new Violation(PHONE, body.field(PHONE).isEmpty() ? "missing" : "malformed"));
        }
        return phone;
    }

    private static Optional<LocalDate> date(FormBody body, List<Violation> faults) {
        if (!body.field("when").equals(LATER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(body.field(DATE)));
        } catch (DateTimeException e) {
            faults.add(new Violation(DATE, "missing"));
            return Optional.empty();
        }
    }
}
