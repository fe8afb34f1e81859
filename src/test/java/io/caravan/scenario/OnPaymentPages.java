package io.caravan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.support.Http;
import io.caravan.support.PaymentFixture;
import io.caravan.support.PaymentFixture.Created;
import io.caravan.support.Sandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pages of payments, and the forms on them. */
abstract class OnPaymentPages {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*action=\"([^\"]*)\".*?</form>");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    static final String TYPE = "application/x-www-form-urlencoded";
    final Sandbox sandbox = Sandbox.running();
    final JdbcTemplate database = new JdbcTemplate(sandbox.context().getBean(DataSource.class));

    PaymentFixture shop(String country) {
        return new PaymentFixture(sandbox, country);
    }

    Http.Reply get(String path) {
        return Http.get(sandbox.uri(path), "Accept-Language", "en");
    }

    /** The hidden fields of the form on the page that is sent there. */
    Map<String, String> form(Created payment, String action) {
        var fields = new LinkedHashMap<String, String>();
        FORM.matcher(get(payment.path()).body())
                .results()
                .filter(form -> form.group(1).endsWith(payment.token() + action))
                .findFirst()
                .ifPresent(form -> HIDDEN.matcher(form.group())
                        .results()
                        .forEach(field -> fields.put(field.group(1), field.group(2))));
        return fields;
    }

    Http.Reply ask(Created payment, String phone) {
        var form = form(payment, "");
        form.put("phone", phone);
        return send(payment, "", form);
    }

    Http.Reply send(Created payment, String action, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Http.send(
                "POST", sandbox.uri(payment.path() + action), body, "Content-Type", TYPE, "Accept-Language", "en");
    }

    static String acquirer(Http.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body().replaceFirst("(?s).*href=\"([^\"]*/mock/psp/sessions/[^\"]*)\".*", "$1");
    }

    int notices(Created payment) {
        return database.queryForObject(
                "select count(*) from notice where subject_id = cast(? as uuid)", Integer.class, payment.id());
    }
}
