package io.caravan.ops.setup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.caravan.core.paymentinvoice.Service;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.OperatorTerms;
import io.caravan.core.setup.PayerTerms;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.ThingName;
import io.caravan.core.setup.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/** Reads a setup from JSON. Everything in it is known, or it is refused with all that is wrong. */
public final class SetupReader {

    /** Of any text. */
    static final int LONGEST = 8000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final UnaryOperator<String> placeholders;
    private final int shortestSecret;

    /**
     * @param placeholders puts settings in place of <code>${...}</code>, and throws IllegalArgumentException if there is
     *     no such setting
     * @param shortestSecret characters that a secret has at least
     */
    public SetupReader(UnaryOperator<String> placeholders, int shortestSecret) {
        this.placeholders = placeholders;
        this.shortestSecret = shortestSecret;
    }

    /** @throws InvalidInput with what is wrong, by JSON pointers */
    public Setup read(byte[] json) {
        var faults = new SetupFaults(placeholders);
        var root = new Fields(tree(json), "", faults);
        var merchants = new MerchantReader(faults, new SecretReader(shortestSecret));
        root.list("merchants").forEach(merchants::read);
        root.list("wallets").forEach(merchants::wallet);
        var others = new OthersReader(faults);
        var services = root.list("services").stream().flatMap(others::service).toList();
        var payers = root.list("payers").stream().flatMap(others::payer).toList();
        var operators =
                root.list("operators").stream().flatMap(others::operator).toList();
        root.end();
        faults.check();
        return merchants.with(services, payers, operators);
    }

    /**
     * One thing, as it stands in its list.
     *
     * @param name its kind, and whose it is
     * @throws InvalidInput with what is wrong, by JSON pointers into the thing
     */
    Setup read(ThingName name, JsonNode thing) {
        var faults = new SetupFaults(placeholders);
        var fields = new Fields(thing, "", faults);
        var merchants = new MerchantReader(faults, new SecretReader(shortestSecret));
        var others = new OthersReader(faults);
        var services = new ArrayList<Wanted<Service>>();
        var payers = new ArrayList<Wanted<PayerTerms>>();
        var operators = new ArrayList<Wanted<OperatorTerms>>();
        switch (name.kind()) {
            case MERCHANT -> merchants.read(fields);
            case WALLET -> merchants.wallet(fields);
            case ISSUER, CALLBACKS, CLIENT, ACCOUNT, SALES_UNIT, PARTNER -> merchants.read(name, fields);
            case SERVICE -> others.service(fields).forEach(services::add);
            case PAYER -> others.payer(fields).forEach(payers::add);
            case OPERATOR -> others.operator(fields).forEach(operators::add);
        }
        faults.check();
        return merchants.with(services, payers, operators);
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw InvalidInput.of("", "is no JSON: line %d, column %d".formatted(at.getLineNr(), at.getColumnNr()));
        } catch (IOException | NumberFormatException e) {
            throw InvalidInput.of("", "is no JSON");
        }
    }
}
