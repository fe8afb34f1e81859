package io.caravan.core.paymentinvoice;

import io.caravan.core.money.Money;
import io.caravan.core.notice.Channel;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A way to pay.
 *
 * @param code such as {@code sepa_qr_eur_invoice}
 * @param method the part of the code that names the means
 * @param logo an address of a picture of the means
 * @param fields what a merchant gives when it asks for the money
 * @param confirmation what a payer gives after paying; none if the service wants nothing
 * @param confirmationRequired whether it must be given
 * @param provider the name of the channel to whoever reports what has come
 * @param asksProvider whether the provider makes the requisites of each payment; others are made here
 * @param details of the account that is paid into, as the kind needs them
 */
public record Service(
        String code,
        String method,
        Optional<String> logo,
        ServiceKind kind,
        Currency currency,
        Money smallest,
        Money largest,
        List<Field> fields,
        List<Field> confirmation,
        boolean confirmationRequired,
        String provider,
        boolean asksProvider,
        Map<String, String> details) {

    private static final Pattern BANK = Pattern.compile("[a-z0-9][a-z0-9-]{0,15}");

    public Service {
        Objects.requireNonNull(code);
        Objects.requireNonNull(method);
        Objects.requireNonNull(logo);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(provider);
        if (!smallest.isPositive() || smallest.isMoreThan(largest)) {
            throw new IllegalArgumentException("the limits of " + code + " leave nothing");
        }
        if (!currency.equals(smallest.currency())) {
            throw new IllegalArgumentException("the limits of " + code + " are in another currency");
        }
        fields = List.copyOf(fields);
        confirmation = List.copyOf(confirmation);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Whether a bank can have this name, which is a part of the names of its routes, settings and addresses. */
    public static boolean isBank(String name) {
        return BANK.matcher(name).matches()
                && Arrays.stream(Channel.values())
                        .noneMatch(channel ->
                                channel != Channel.BANK && channel.text().equals(name));
    }

    /** Whether payers of a Finnish barcode quote a creditor reference (ISO 11649), and not a national one. */
    public boolean quotesCreditorReference() {
        return "rf".equals(details.get("reference"));
    }

    /** A detail that this kind needs. */
    public String detail(String name) {
        var detail = details.get(name);
        if (detail == null) {
            throw new IllegalStateException(code + " has no " + name);
        }
        return detail;
    }
}
