package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.payment.PinAnswer;
import io.caravan.core.pretransaction.PartnerTransaction;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;

/** Writes what became of a PIN. */
final class PinWriter {

    private PinWriter() {}

    static Answer answer(PinAnswer answer, PartnerTransaction transaction) {
        var wrong = answer.verdict() == PinAnswer.Verdict.WRONG;
        var body = new LinkedHashMap<String, Object>();
        body.put("transactionId", transaction.payment().id().toString());
        body.put("success", transaction.status().isSuccess());
        body.put("status", transaction.status().text());
        body.put("statusCode", transaction.statusCode());
        body.put(
                "detailedStatusCode",
                wrong
                        ? "OneTimePasswordFailed"
                        : transaction.phoneStatus().orElseThrow().detail());
        body.put("statusDescription", description(answer.verdict()));
        body.put("triesLeft", answer.triesLeft().orElse(null));
        return Answer.json(200, StrictJson.bytes(body));
    }

    private static String description(PinAnswer.Verdict verdict) {
        return switch (verdict) {
            case TAKEN -> "The PIN was right. The amount is on the phone bill.";
            case WRONG -> "The PIN was wrong. Another may be entered.";
            case REFUSED -> "The amount does not go on the phone bill.";
            case UNKNOWN -> "Nobody knows yet. The carrier is asked.";
        };
    }
}
