package io.caravan.web;

import io.caravan.core.dialect.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The public APIs as OpenAPI files, and pages to read and try them. Nothing on them comes from elsewhere. */
public final class ApiPages {

    private static final String BROWSER = "classpath*:META-INF/resources/webjars/swagger-ui/*/";
    private static final String OWN = "classpath:openapi/";
    private static final String ONE_DAY = "public, max-age=86400";

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** A file as it is sent. */
    private record Sent(String mediaType, byte[] bytes, String cacheControl) {}

    private final Map<String, Sent> files;

    /** Reads all files at once; what is missing in this build stops the start. */
    public ApiPages() {
        files = Arrays.stream(Paths.values()).collect(Collectors.toMap(Paths::path, Paths::read));
    }

    private enum Paths {
        MOBILEPAY(OWN, "mobilepay.yaml", "application/yaml;charset=utf-8"),
        PAGE(OWN, "page.html", "text/html;charset=utf-8"),
        START(OWN, "page.js", "text/javascript;charset=utf-8"),
        STYLE(BROWSER, "swagger-ui.css", "text/css;charset=utf-8"),
        SCRIPT(BROWSER, "swagger-ui-bundle.js", "text/javascript;charset=utf-8");

        private final String folder;
        private final String path;
        private final String mediaType;

        Paths(String folder, String path, String mediaType) {
            this.folder = folder;
            this.path = path;
            this.mediaType = mediaType;
        }

        String path() {
            return path;
        }

        Sent read() {
            try {
                var found = new PathMatchingResourcePatternResolver().getResources(folder + path);
                return new Sent(
                        mediaType,
                        only(List.of(found)).getContentAsByteArray(),
                        folder.equals(BROWSER) ? ONE_DAY : "no-cache");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Resource only(List<Resource> found) {
            if (found.size() != 1) {
                throw new IllegalStateException(path + " is there " + found.size() + " times");
            }
            return found.get(0);
        }
    }

    /** The page of an API, which fetches its file. */
    public Answer page() {
        return send(files.get(Paths.PAGE.path()));
    }

    /** The file of the MobilePay API. */
    public Answer mobilePay() {
        return send(files.get(Paths.MOBILEPAY.path()));
    }

    /** A part of the pages; 404 for anything else. */
    public Answer part(String name) {
        return Optional.ofNullable(files.get(name))
                .filter(file -> !name.endsWith(".yaml") && !name.endsWith(".html"))
                .map(ApiPages::send)
                .orElse(Answer.empty(404));
    }

    private static Answer send(Sent file) {
        return new Answer(
                200,
                file.mediaType(),
                file.bytes(),
                Map.of("Content-Security-Policy", POLICY, "Cache-Control", file.cacheControl()));
    }
}
