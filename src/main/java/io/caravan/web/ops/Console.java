package io.caravan.web.ops;

import io.caravan.core.dialect.Answer;
import io.caravan.core.ops.OperatorRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Draws the console's pages, all from one template. Nothing on them is run: there is no script, no frame around them, and
 * whatever merchants, payers and operators wrote is text.
 */
public final class Console {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine engine = new TemplateEngine();
    private final Style style;

    public Console(Style style) {
        this.style = style;
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/ops/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
    }

    Answer draw(Sheet sheet, OperatorRequest request) {
        return draw(200, "sheet", sheet, request);
    }

    Answer draw(int status, String template, Sheet sheet, OperatorRequest request) {
        var view = Map.<String, Object>of(
                "sheet",
                sheet,
                "places",
                Place.values(),
                "operator",
                request.operator(),
                "mayAct",
                request.acts(),
                "token",
                request.formToken(),
                "css",
                style.address());
        var html = engine.process(template, new Context(java.util.Locale.ENGLISH, view));
        return new Answer(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of())
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "same-origin")
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** Leads on, so that a reload does nothing twice. */
    static Answer lead(String path, String... query) {
        return Answer.empty(303).with("Location", Link.address(path, query));
    }
}
