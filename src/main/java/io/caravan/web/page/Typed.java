package io.caravan.web.page;

import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageState;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.prompt.Prompt;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What stands in the form.
 *
 * @param otherPhone whether another phone is asked than the invoice's
 * @param later whether to pay on another day than today
 * @param faults by field, in one word each
 */
record Typed(boolean otherPhone, String phone, boolean later, String date, Map<String, String> faults) {

    /** In a fresh form: the chosen day; and after a phone that could not be asked, that phone. */
    static Typed in(InvoicePage page) {
        var unreachable = page.prompt().filter(prompt -> page.state() == PageState.UNREACHABLE);
        var day = unreachable.flatMap(Prompt::date).or(page::scheduled).map(LocalDate::toString);
        return new Typed(
                unreachable.isPresent() || page.invoice().draft().phone().isEmpty(),
                unreachable.map(Prompt::phone).map(Phone::number).orElse(""),
                day.isPresent(),
                day.orElse(""),
                unreachable.isPresent() ? Map.of(PayForm.PHONE, "unreachable") : Map.of());
    }

    static Typed in(FormBody body, InvalidInput faults) {
        return new Typed(
                body.field("whose").equals(PayForm.OTHER_PHONE),
                body.field(PayForm.PHONE),
                body.field("when").equals(PayForm.LATER),
                body.field(PayForm.DATE),
                faults.violations().stream()
                        .collect(Collectors.toMap(
                                Violation::field, fault -> word(fault.message()), (first, second) -> first)));
    }

    /** What the core has found is told like what cannot be read. */
    private static String word(String message) {
        return message.contains(" ") ? "malformed" : message;
    }
}
