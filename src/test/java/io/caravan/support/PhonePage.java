package io.caravan.support;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of an invoice as a payer uses it who pays on a phone's bill, without scripts. */
public record PhonePage(URI page) {

    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]*)\".*?</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([\\w-]+)\" value=\"([^\"]*)\">");

    /** A form as it was drawn. */
    public record Form(URI action, Map<String, String> fields) {

        public Http.Reply send(Map<String, String> typed) {
            var all = new LinkedHashMap<>(fields);
            all.putAll(typed);
            var body = all.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return Http.send("POST", action, body, "Content-Type", "application/x-www-form-urlencoded");
        }

        /** The page to which sending it leads. */
        public PhonePage follow(Map<String, String> typed) {
            var reply = send(typed);
            if (reply.status() != 303) {
                throw new AssertionError(reply.status() + " " + reply.body());
            }
            return new PhonePage(
                    action.resolve(reply.headers().firstValue("Location").orElseThrow()));
        }
    }

    public String html() {
        return Http.get(page).body();
    }

    /** What the script of the page is told. */
    public String state() {
        return Http.get(URI.create(page + "/state")).json().get("state").asText();
    }

    /** The form by which a phone bill is chosen. */
    public Form choice() {
        return form("/phone/");
    }

    /** The form for the PIN. */
    public Form pin() {
        return form("/payments/");
    }

    private Form form(String part) {
        var html = html();
        return FORM.matcher(html)
                .results()
                .filter(found -> found.group(1).contains(part))
                .map(found -> new Form(
                        page.resolve(found.group(1)),
                        HIDDEN.matcher(found.group())
                                .results()
                                .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form " + part + " in " + html));
    }
}
