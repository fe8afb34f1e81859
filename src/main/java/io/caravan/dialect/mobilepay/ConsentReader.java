package io.caravan.dialect.mobilepay;

import io.caravan.core.access.Caller;
import io.caravan.core.consent.ConsentAnswer;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.OwnConsent;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.invoice.OwnInvoice;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.json.Faults;
import java.util.Optional;

/** Reads requests for consents and payers' answers to them. */
final class ConsentReader {

    private ConsentReader() {}

    static OwnInvoice invoice(byte[] body, Caller caller) {
        var merchant = caller.asMerchant();
        var faults = new Faults();
        var fields = new Fields(Json.object(body), faults);
        var id = fields.required("InvoiceId", fields.guid("InvoiceId"));
        faults.refuseIfAny();
        return new OwnInvoice(merchant, id.map(InvoiceId::new).orElseThrow());
    }

    static OwnConsent consent(Caller caller, String consentId) {
        return new OwnConsent(caller.asMerchant(), id(consentId));
    }

    static ConsentList list(Caller caller, String query) {
        var merchant = caller.asMerchant();
        var faults = new Faults();
        var fields = new Fields(Query.read(query), faults);
        var issuerId = fields.required("InvoiceIssuerId", fields.guid("InvoiceIssuerId"));
        if (fields.required("State", fields.text("State"))
                .filter(text -> !text.equalsIgnoreCase("granted"))
                .isPresent()) {
            fields.wrong("State", "must be granted");
        }
        var paging = fields.text("PagingState");
        var after = paging.flatMap(PagingState::read);
        if (paging.isPresent() && after.isEmpty()) {
            fields.wrong("PagingState", "must be as it was given");
        }
        faults.refuseIfAny();
        return new ConsentList(merchant, issuerId.map(IssuerId::new).orElseThrow(), after);
    }

    static ConsentAnswer answer(byte[] body, Caller caller, String consentId) {
        var payer = caller.asPayer();
        var faults = new Faults();
        var fields = new Fields(Json.object(body), faults);
        var granted = fields.required("IsConsentGranted", fields.flag("IsConsentGranted"));
        faults.refuseIfAny();
        return new ConsentAnswer(payer, id(consentId), granted.orElseThrow());
    }

    private static ConsentId id(String consentId) {
        return Optional.ofNullable(consentId)
                .flatMap(ConsentId::parse)
                .orElseThrow(() -> Problem.of(ProblemCode.CONSENT_UNKNOWN, "consent"));
    }
}
