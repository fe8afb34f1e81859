package io.caravan.web.page;

import io.caravan.core.page.InvoicePage;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.util.Optional;

/**
 * What stands in the form for phone bills.
 *
 * @param otherPhone whether another phone's bill is meant than the invoice's
 * @param pin whether its owner agrees by a PIN
 * @param phoneFault in one word; empty if there is none
 * @param pinFault the same of a PIN that was entered
 * @param triesLeft after a wrong PIN
 */
record TypedBill(
        boolean otherPhone,
        String phone,
        boolean pin,
        String phoneFault,
        String pinFault,
        Optional<Integer> triesLeft) {

    /** Of a page that has no such form. */
    static final TypedBill NOTHING = new TypedBill(true, "", false, "", "", Optional.empty());

    static TypedBill in(InvoicePage page) {
        var nobody = page.invoice().draft().phone().isEmpty();
        return new TypedBill(nobody, "", false, "", "", Optional.empty());
    }

    static TypedBill in(FormBody body, InvalidInput faults) {
        return new TypedBill(
                body.field(PhoneForms.WHOSE).equals(PayForm.OTHER_PHONE),
                body.field(PhoneForms.PHONE),
                body.field(PhoneForms.CONFIRM).equals("pin"),
                fault(faults, PhoneForms.PHONE),
                fault(faults, PhoneForms.PIN).isEmpty() ? "" : "malformed",
                Optional.empty());
    }

    static TypedBill wrongPin(InvoicePage page, Optional<Integer> triesLeft) {
        var fresh = in(page);
        return new TypedBill(fresh.otherPhone(), "", false, "", "wrong", triesLeft);
    }

    private static String fault(InvalidInput faults, String field) {
        return faults.violations().stream()
                .filter(fault -> fault.field().equals(field))
                .map(Violation::message)
                .findFirst()
                .orElse("");
    }
}
