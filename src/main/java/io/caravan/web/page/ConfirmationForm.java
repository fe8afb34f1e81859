package io.caravan.web.page;

import io.caravan.core.page.HostedPageState;
import io.caravan.core.page.ShownPaymentInvoice;
import io.caravan.core.paymentinvoice.ConfirmationDraft;
import io.caravan.core.paymentinvoice.Field;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.problem.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form by which a payer confirms, with the fields that the service declares. */
final class ConfirmationForm {

    private static final String NAMED = "field-";
    private static final String AT = "payload/";
    private static final String MISSING = "is required";

    /**
     * What stands in the form.
     *
     * @param values by key
     * @param faults by key, in one word each
     */
    record Given(Map<String, String> values, Map<String, String> faults) {

        static final Given NOTHING = new Given(Map.of(), Map.of());

        static Given in(FormBody body, InvalidInput wrong) {
            var faults = new HashMap<String, String>();
            wrong.violations().stream()
                    .filter(fault -> fault.field().startsWith(AT))
                    .forEach(fault -> faults.put(
                            fault.field().substring(AT.length()),
                            fault.message().equals(MISSING) ? "missing" : "malformed"));
            return new Given(ConfirmationForm.values(body), faults);
        }
    }

    private ConfirmationForm() {}

    /** What was sent. A field that is empty was not filled in. */
    static ConfirmationDraft read(FormBody body, PaymentInvoiceId id) {
        return new ConfirmationDraft(id, values(body));
    }

    private static Map<String, String> values(FormBody body) {
        var values = new LinkedHashMap<String, String>();
        body.fields().keySet().stream()
                .filter(name -> name.startsWith(NAMED) && !body.field(name).isEmpty())
                .forEach(name -> values.put(name.substring(NAMED.length()), body.field(name)));
        return values;
    }

    /** What the template is given; nothing if there is nothing to confirm. */
    static Map<String, Object> view(ShownPaymentInvoice page, PageVisit visit, Given given) {
        return page.service()
                .filter(service -> page.state() == HostedPageState.OPEN)
                .filter(service -> !service.confirmation().isEmpty())
                .map(service -> Map.<String, Object>of(
                        "action", visit.hosted("/confirm"),
                        "fields", fields(service, visit.language(), given),
                        "faulty", !given.faults().isEmpty()))
                .orElse(Map.of());
    }

    private static List<Map<String, Object>> fields(Service service, Language language, Given given) {
        var fields = new ArrayList<Map<String, Object>>();
        for (Field field : service.confirmation()) {
            fields.add(Map.of(
                    "id", NAMED + fields.size(),
                    "name", NAMED + field.key(),
                    "type", field.type(),
                    "label", Labels.of(field.key(), language),
                    "required", field.required(),
                    "value", given.values().getOrDefault(field.key(), ""),
                    "fault", given.faults().getOrDefault(field.key(), "")));
        }
        return fields;
    }
}
