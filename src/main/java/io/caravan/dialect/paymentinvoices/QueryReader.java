package io.caravan.dialect.paymentinvoices;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which payment invoices are asked for. Parameters that nobody knows are left alone. */
final class QueryReader {

    private static final int SIZE = 20;
    private static final int LARGEST = 100;
    private static final int LAST = 1_000_000;

    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Violation> faults = new ArrayList<>();

    private QueryReader(String query) {
        Arrays.stream((query == null ? "" : query).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> parameters.put(decoded(pair[0]), decoded(pair[1])));
    }

    static PaymentInvoiceQuery read(String query, MerchantId merchant) {
        return new QueryReader(query).query(merchant);
    }

    private PaymentInvoiceQuery query(MerchantId merchant) {
        var reference = text("filter[reference_id]");
        var status = text("filter[status]").flatMap(this::status);
        var page = number("page[number]", 1, LAST);
        var size = number("page[size]", SIZE, LARGEST);
        var sort = text("sort").orElse("-created");
        if (!sort.equals("-created") && !sort.equals("created")) {
            wrong("sort", "must be created or -created");
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new PaymentInvoiceQuery(merchant, reference, status, page, size, sort.startsWith("-"));
    }

    private Optional<PaymentInvoiceStatus> status(String text) {
        var status = Arrays.stream(PaymentInvoiceStatus.values())
                .filter(one -> one.text().equals(text))
                .findFirst();
        if (status.isEmpty()) {
            wrong("filter[status]", "is no status");
        }
        return status;
    }

    private int number(String name, int otherwise, int most) {
        return text(name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                        wrong(name, "must be a whole number from 1 to " + most);
                        return otherwise;
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }

    private Optional<String> text(String name) {
        var text = Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
        if (text.filter(value -> value.indexOf('\0') >= 0).isPresent()) {
            wrong(name, "has a character that is not allowed");
            return Optional.empty();
        }
        return text;
    }

    private void wrong(String name, String message) {
        faults.add(new Violation("?" + name, message));
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            wrong("", "cannot be read");
            return "";
        }
    }
}
