package io.caravan.core.paymentinvoice;

import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link asks for that a shop has put on its page. Anybody can write one.
 *
 * @param publicKey of the commerce account in whose name it asks
 * @param reference what the merchant calls it, once only
 * @param service none if the payer is to choose
 */
public record CheckoutLink(
        String publicKey, BigDecimal amount, String currency, String reference, Optional<String> service) {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,8})?");
    private static final Pattern REFERENCE = Pattern.compile("[^\\p{Cntrl}]+");
    private static final int LONGEST_REFERENCE = 255;

    public CheckoutLink {
        Objects.requireNonNull(publicKey);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(reference);
        Objects.requireNonNull(service);
    }

    /**
     * The link whose parameters these are. Others are left alone.
     *
     * @throws InvalidInput the parameters that are missing or wrong, all at once
     */
    public static CheckoutLink of(Map<String, String> parameters) {
        var faults = new ArrayList<Violation>();
        var key = parameters.getOrDefault("public_key", "");
        var amount = parameters.getOrDefault("amount", "");
        var currency = parameters.getOrDefault("currency", "");
        var reference = parameters.getOrDefault("reference_id", "");
        if (!AMOUNT.matcher(amount).matches()) {
            faults.add(new Violation("amount", "must be a number"));
        }
        if (currency.isEmpty()) {
            faults.add(new Violation("currency", "is required"));
        }
        for (var name : List.of("public_key", "service")) {
            if (parameters.getOrDefault(name, "").chars().anyMatch(Character::isISOControl)) {
                faults.add(new Violation(name, "must have no control characters"));
            }
        }
        if (reference.length() > LONGEST_REFERENCE
                || !REFERENCE.matcher(reference).matches()) {
            faults.add(new Violation("reference_id", "must have 1 to 255 characters"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        var service = Optional.ofNullable(parameters.get("service")).filter(code -> !code.isEmpty());
        return new CheckoutLink(key, new BigDecimal(amount), currency, reference, service);
    }

    /** The same for links that ask for the same, whatever else is in them: SHA-256 as 64 hexadecimal digits. */
    public String hash() {
        var said = String.join(
                "\n",
                "checkout",
                publicKey,
                amount.stripTrailingZeros().toPlainString(),
                currency,
                reference,
                service.orElse(""));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
