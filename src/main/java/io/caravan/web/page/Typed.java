package io.caravan.web.page;

import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageState;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import io.caravan.core.prompt.Prompt;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in the form.
 *
 * @param otherPhone whether another phone is asked than the invoice's
 * @param later whether to pay on another day than today
 * @param faults by field, in one word each
 * @param bill what stands in the form for phone bills
 */
record Typed(boolean otherPhone, String phone, boolean later, String date, Map<String, String> faults, TypedBill bill) {

    private static final Set<String> OWN = Set.of(PayForm.PHONE, PayForm.DATE);

    /** In a fresh form: the chosen day; and after a phone that could not be asked, that phone. */
    static Typed in(InvoicePage page) {
        var unreachable = page.prompt().filter(prompt -> page.state() == PageState.UNREACHABLE);
        var day = unreachable.flatMap(Prompt::date).or(page::scheduled).map(LocalDate::toString);
        return new Typed(
                unreachable.isPresent() || page.invoice().draft().phone().isEmpty(),
                unreachable.map(Prompt::phone).map(Phone::number).orElse(""),
                day.isPresent(),
                day.orElse(""),
                unreachable.isPresent() ? Map.of(PayForm.PHONE, "unreachable") : Map.of(),
                TypedBill.in(page));
    }

    /** In a fresh form for any phone; after one that could not be asked, with that. */
    static Typed phone(Optional<String> unreachable) {
        return new Typed(
                true,
                unreachable.orElse(""),
                false,
                "",
                unreachable.isPresent() ? Map.of(PayForm.PHONE, "unreachable") : Map.of(),
                TypedBill.NOTHING);
    }

    static Typed in(FormBody body, InvalidInput faults) {
        return new Typed(
                body.field("whose").equals(PayForm.OTHER_PHONE),
                body.field(PayForm.PHONE),
                body.field("when").equals(PayForm.LATER),
                body.field(PayForm.DATE),
                faults.violations().stream()
                        .filter(fault -> OWN.contains(fault.field()))
                        .collect(Collectors.toMap(
                                Violation::field, fault -> word(fault.message()), (first, second) -> first)),
                TypedBill.in(body, faults));
    }

    /** After a PIN that was not the right one. */
    static Typed wrongPin(InvoicePage page, Optional<Integer> triesLeft) {
        var fresh = in(page);
        return new Typed(
                fresh.otherPhone(),
                fresh.phone(),
                fresh.later(),
                fresh.date(),
                fresh.faults(),
                TypedBill.wrongPin(page, triesLeft));
    }

    /** What the core has found is told like what cannot be read. */
    private static String word(String message) {
        return message.contains(" ") ? "malformed" : message;
    }
}
