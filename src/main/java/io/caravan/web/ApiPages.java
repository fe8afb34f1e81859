package io.caravan.web;

import io.caravan.core.dialect.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The public APIs as OpenAPI files, and pages to read and try them. Nothing on them comes from elsewhere. */
public final class ApiPages {

    private static final String BROWSER = "classpath*:META-INF/resources/webjars/swagger-ui/*/";
    private static final String OWN = "classpath:openapi/";
    private static final String ONE_DAY = "public, max-age=86400";
    private static final String ANEW = "no-cache";
    private static final String YAML = "application/yaml;charset=utf-8";
    private static final String HTML = "text/html;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";
    private static final String STYLE = "text/css;charset=utf-8";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** An API: its file is {@code <name>.yaml}. */
    private enum Api {
        MOBILEPAY("mobilepay", "MobilePay Invoice API"),
        MOBILE_INVOICE("mobile-invoice", "Mobile Invoice API"),
        EPAYMENT("epayment", "ePayment API"),
        PAYMENT_INVOICES("payment-invoices", "Payment invoices");

        private final String path;
        private final String title;

        Api(String path, String title) {
            this.path = path;
            this.title = title;
        }

        String file() {
            return path + ".yaml";
        }

        byte[] page(byte[] frame) {
            return new String(frame, StandardCharsets.UTF_8)
                    .replace("{title}", title)
                    .replace("{file}", file())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /** A file as it is sent. */
    private record Sent(String mediaType, byte[] bytes, String cacheControl) {

        Answer answer() {
            return new Answer(
                    200, mediaType, bytes, Map.of("Content-Security-Policy", POLICY, "Cache-Control", cacheControl));
        }
    }

    private final Map<String, Sent> apis = new HashMap<>();
    private final Map<String, Sent> parts;

    /** Reads all files at once; what is missing in this build stops the start. */
    public ApiPages() {
        var frame = read(OWN, "page.html");
        for (var api : Api.values()) {
            apis.put(api.path, new Sent(HTML, api.page(frame), ANEW));
            apis.put(api.file(), new Sent(YAML, read(OWN, api.file()), ANEW));
        }
        parts = Map.of(
                "page.js", new Sent(SCRIPT, read(OWN, "page.js"), ANEW),
                "swagger-ui.css", new Sent(STYLE, read(BROWSER, "swagger-ui.css"), ONE_DAY),
                "swagger-ui-bundle.js", new Sent(SCRIPT, read(BROWSER, "swagger-ui-bundle.js"), ONE_DAY));
    }

    private static byte[] read(String folder, String name) {
        try {
            var found = new PathMatchingResourcePatternResolver().getResources(folder + name);
            return only(name, List.of(found)).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource only(String name, List<Resource> found) {
        if (found.size() != 1) {
            throw new IllegalStateException(name + " is there " + found.size() + " times");
        }
        return found.get(0);
    }

    /** The page of an API by its name, or its file by that name with {@code .yaml}; 404 for anything else. */
    public Answer api(String name) {
        return answer(apis, name);
    }

    /** A part of the pages; 404 for anything else. */
    public Answer part(String name) {
        return answer(parts, name);
    }

    private static Answer answer(Map<String, Sent> files, String name) {
        return Optional.ofNullable(files.get(name)).map(Sent::answer).orElse(Answer.empty(404));
    }
}
