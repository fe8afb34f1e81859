package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.LinkFixture;
import io.caravan.support.LinkFixture.Link;
import io.caravan.support.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Pages of links, and the forms on them. */
abstract class OnInvoicePages {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    static final String FORM = "application/x-www-form-urlencoded";
    final Sandbox sandbox = Sandbox.running();

    LinkFixture link() {
        return new LinkFixture(sandbox.context());
    }

    /** Fills the form in for this phone and answers where that leads. */
    String prompt(Link link, String phone) {
        var form = form(link);
        form.putAll(Map.of("whose", "other", "phone", phone));
        var reply = post(link.path(), form);
        assertThat(reply.status()).isEqualTo(303);
        return reply.headers().firstValue("Location").orElseThrow().substring(2);
    }

    /** The form as it is drawn, as a payer sends it who changes nothing. */
    Map<String, String> form(Link link) {
        var fields = new TreeMap<>(Map.of("whose", "known", "when", "now"));
        HIDDEN.matcher(get(link.path()).body()).results().forEach(field -> fields.put(field.group(1), field.group(2)));
        return fields;
    }

    Http.Reply post(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Http.send("POST", sandbox.uri(path), body, "Content-Type", FORM);
    }

    Http.Reply get(String path) {
        return get(path, "en");
    }

    Http.Reply get(String path, String language) {
        return Http.get(sandbox.uri(path), "Accept-Language", language);
    }

    int notices(Link link) {
        return new org.springframework.jdbc.core.JdbcTemplate(sandbox.context().getBean(javax.sql.DataSource.class))
                .queryForObject(
                        "select count(*) from notice where subject_id = ?",
                        Integer.class,
                        link.invoice().value());
    }

    String state(String prompt) {
        return get(prompt + "/state").json().path("state").asText();
    }
}
