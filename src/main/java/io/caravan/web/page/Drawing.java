package io.caravan.web.page;

import io.caravan.core.dialect.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Draws pages from templates, so that nothing in them is run or remembered: no script but ours, no frame around them, no
 * address passed on, no copy kept.
 */
public final class Drawing {

    static final String LANGUAGE = "language";

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine engine = new TemplateEngine();
    private final Assets assets;

    public Drawing(Assets assets) {
        this.assets = assets;
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(templates);
        engine.setMessageResolver(Words.all());
    }

    /**
     * A page.
     *
     * @param root leads from the page's address to that of all pages: {@code ../}, once or more often
     */
    Answer page(int status, String template, Language language, String root, Map<String, Object> view) {
        var all = new HashMap<>(view);
        all.put(LANGUAGE, language);
        all.put("css", root + "assets/" + assets.css());
        all.put("js", root + "assets/" + assets.js());
        var html = engine.process(template, new Context(language.locale(), all));
        return safe(new Answer(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8), Map.of()))
                .with("Content-Language", language.code());
    }

    /** With the headers of all that belongs to a page. */
    static Answer safe(Answer answer) {
        return answer.with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Robots-Tag", "noindex");
    }
}
