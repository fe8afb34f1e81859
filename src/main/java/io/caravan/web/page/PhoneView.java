package io.caravan.web.page;

import io.caravan.core.page.FormSeal;
import io.caravan.core.page.InvoicePage;
import io.caravan.core.page.PageState;
import io.caravan.core.page.PhoneCharge;
import io.caravan.core.payer.Phone;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.prompt.PromptId;
import java.util.HashMap;
import java.util.Map;

/** What the template of an invoice's page is given about phone bills. */
final class PhoneView {

    private final FormSeal seal;

    PhoneView(FormSeal seal) {
        this.seal = seal;
    }

    /** The form by which it is chosen. */
    Map<String, Object> form(InvoicePage page, PageVisit visit, TypedBill typed) {
        var id = PromptId.random();
        int number = page.invoice().number();
        var fields = new HashMap<String, Object>();
        fields.put("action", visit.root() + "i/" + visit.token() + "/phone/" + id + visit.query());
        fields.put("number", number);
        fields.put("seal", seal.seal(new FormSeal.Form(page.token(), PhoneForms.ACTION, id, number)));
        fields.put("country", page.merchant().country());
        fields.put("known", page.invoice().draft().phone().map(Phone::hint).orElse(""));
        fields.put("other", typed.otherPhone());
        fields.put("phone", typed.phone());
        fields.put("pin", typed.pin());
        fields.put("fault", typed.phoneFault());
        return fields;
    }

    /** What the owner of the phone is to do. */
    Map<String, Object> asked(InvoicePage page, PageVisit visit, TypedBill typed) {
        var asked = new HashMap<String, Object>(Map.of("poll", "", "phone", "", "pin", Map.of()));
        page.charge().filter(charge -> waits(page, charge)).ifPresent(charge -> {
            asked.put("poll", address(visit, charge) + "/state");
            asked.put("phone", charge.billing().bill().phone().hint());
            if (page.state() == PageState.ASKED && charge.billing().bill().confirmation() == Confirmation.PIN) {
                asked.put("pin", pin(page, visit, charge, typed));
            }
        });
        return asked;
    }

    private Map<String, Object> pin(InvoicePage page, PageVisit visit, PhoneCharge charge, TypedBill typed) {
        int number = page.invoice().number();
        var form = new FormSeal.Form(page.token(), PhoneForms.PIN_ACTION, new PromptId(charge.visit()), number);
        return Map.of(
                "action", address(visit, charge) + visit.query(),
                "number", number,
                "seal", seal.seal(form),
                "fault", typed.pinFault(),
                "tries", typed.triesLeft().map(String::valueOf).orElse(""));
    }

    private static boolean waits(InvoicePage page, PhoneCharge charge) {
        return page.state() == PageState.ASKED
                || page.state() == PageState.IN_PROGRESS && charge.billing().stage() == BillingStage.BEGUN;
    }

    private static String address(PageVisit visit, PhoneCharge charge) {
        return visit.root() + "i/" + visit.token() + "/payments/" + charge.visit();
    }
}
