package io.caravan.dialect.mobileinvoice;

import io.caravan.core.dialect.Answer;
import io.caravan.core.pretransaction.TurnoverDay;
import io.caravan.json.StrictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a partner is billed for. */
final class TurnoverWriter {

    private static final List<String> NAMES = List.of(
            "date", "paymentProvider", "currency", "count", "amount", "refundCount", "refundAmount", "smsParts");

    private TurnoverWriter() {}

    static Answer answer(List<TurnoverDay> days, String accept) {
        var rows = days.stream().map(TurnoverWriter::row).toList();
        if (Preferences.wantsCsv(accept)) {
            return new Answer(200, Csv.MEDIA_TYPE, Csv.write(NAMES, rows), Map.of());
        }
        return Answer.json(200, StrictJson.bytes(Map.of("billing", rows)));
    }

    private static Map<String, Object> row(TurnoverDay day) {
        var row = new LinkedHashMap<String, Object>();
        row.put("date", day.day().toString());
        row.put("paymentProvider", day.provider());
        row.put("currency", day.taken().currency().getCurrencyCode());
        row.put("count", day.count());
        row.put("amount", day.taken().amount());
        row.put("refundCount", day.refundCount());
        row.put("refundAmount", day.refunded().amount());
        row.put("smsParts", day.smsParts());
        return row;
    }
}
