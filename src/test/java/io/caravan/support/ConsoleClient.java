package io.caravan.support;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An operator at the console, without a browser: keeps cookies, and sends forms with their token. */
public final class ConsoleClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Function<String, URI> management;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param management an address on the operators' port */
    public ConsoleClient(Function<String, URI> management) {
        this.management = management;
    }

    /** Signs in; answers what came of it. */
    public Http.Reply signIn(String name, String password) {
        return post("login", "login", "name", name, "password", password);
    }

    /** The operator of the sandbox, signed in. */
    public ConsoleClient signedIn() {
        signIn("ops", "ops-sandbox");
        return this;
    }

    public Http.Reply get(String path) {
        return remembering(Http.get(management.apply("/ops/" + path), headers()));
    }

    /** Sends a form of this page. */
    public Http.Reply post(String page, String action, String... fields) {
        return send(action, with(fields, "_csrf", token(page)));
    }

    /** Where the reply leads, or the reply if it leads nowhere. */
    public Http.Reply follow(Http.Reply reply) {
        var to = reply.headers().firstValue("Location");
        return to.isPresent() ? get(to.get().substring(to.get().lastIndexOf('/') + 1)) : reply;
    }

    /** The token that forms of this page carry. */
    public String token(String page) {
        var match = TOKEN.matcher(get(page).body());
        return match.find() ? match.group(1) : "";
    }

    /** Sends these fields and no others. */
    public Http.Reply send(String action, String... fields) {
        var body = IntStream.range(0, fields.length / 2)
                .mapToObj(i -> fields[2 * i] + "=" + URLEncoder.encode(fields[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return remembering(Http.send(
                "POST",
                management.apply("/ops/" + action),
                body,
                with(headers(), "Content-Type", "application/x-www-form-urlencoded")));
    }

    /** The value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** As if somebody had planted it. */
    public ConsoleClient withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    private Http.Reply remembering(Http.Reply reply) {
        reply.headers().allValues("Set-Cookie").forEach(line -> {
            var pair = line.split(";")[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        });
        return reply;
    }

    private String[] headers() {
        var text = cookies.entrySet().stream()
                .filter(cookie -> !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? new String[0] : new String[] {"Cookie", text};
    }

    private static String[] with(String[] some, String... more) {
        var all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
