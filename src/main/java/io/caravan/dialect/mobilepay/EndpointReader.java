package io.caravan.dialect.mobilepay;

import io.caravan.core.callback.EndpointRequest;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.Merchant;
import io.caravan.json.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads where a merchant wants its callbacks, and with which credential. */
final class EndpointReader {

    /** What a header may carry: visible characters, with blanks between them only. */
    private static final Pattern HEADER_VALUE = Pattern.compile("[!-~]([ \\t!-~]*[!-~])?");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_KEY = 2048;

    private EndpointReader() {}

    /** Basic authentication with a user name and a password. */
    static EndpointRequest basic(byte[] body, Merchant merchant) {
        var faults = new Faults();
        var fields = new Fields(Json.object(body), faults);
        var url = url(fields);
        var user = fields.required("Username", fields.text("Username"));
        var password = fields.required("Password", fields.text("Password"));
        if (user.filter(text -> text.contains(":") || hasControl(text)).isPresent()) {
            fields.wrong("Username", "must not have a colon or a control character");
        }
        if (password.filter(EndpointReader::hasControl).isPresent()) {
            fields.wrong("Password", "must not have a control character");
        }
        faults.refuseIfAny();
        var pair = user.orElseThrow() + ":" + password.orElseThrow();
        return request(
                merchant, url, "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** A key that is sent as it is. */
    static EndpointRequest apiKey(byte[] body, Merchant merchant) {
        var faults = new Faults();
        var fields = new Fields(Json.object(body), faults);
        var url = url(fields);
        var name = spelling(fields, "ApiKey", "api_key");
        var key = fields.required(name, fields.text(name, LONGEST_KEY));
        if (key.filter(text -> !HEADER_VALUE.matcher(text).matches()).isPresent()) {
            fields.wrong(name, "must be a value that the Authorization header can have");
        }
        faults.refuseIfAny();
        return request(merchant, url, key.orElseThrow());
    }

    private static EndpointRequest request(Merchant merchant, Optional<String> url, String authorization) {
        return new EndpointRequest(merchant.id(), Dialect.MOBILEPAY, url.orElseThrow(), authorization);
    }

    private static Optional<String> url(Fields fields) {
        var name = spelling(fields, "CallbackUrl", "callback_url");
        var url = fields.required(name, fields.text(name, Fields.LONGEST_URL));
        if (url.filter(text -> !Urls.isEndpoint(text)).isPresent()) {
            fields.wrong(name, "must be an absolute http or https URL without user or fragment");
        }
        return url;
    }

    /** Clients written before 2020 spell the keys with an underscore. */
    private static String spelling(Fields fields, String name, String old) {
        return !fields.has(name) && fields.has(old) ? old : name;
    }

    private static boolean hasControl(String text) {
        return CONTROL.matcher(text).find();
    }
}
