package io.caravan.web.page;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The texts of pages in their languages, from i18n/pages_*.properties. A text that is missing is a bug and fails. */
final class Words extends AbstractMessageResolver {

    private static final String BUNDLE = "i18n/pages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    static Words all() {
        return new Words();
    }

    /** The text with its {@code {0}}, {@code {1}} filled in. */
    static String text(Language language, String key, Object... values) {
        var text =
                ResourceBundle.getBundle(BUNDLE, language.locale(), NO_FALLBACK).getString(key);
        return new MessageFormat(text, language.locale()).format(values);
    }

    @Override
    public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] values) {
        var language = (Language) context.getVariable(Drawing.LANGUAGE);
        return text(language, key, values == null ? new Object[0] : values);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, Class<?> origin, String key, Object[] values) {
        throw new IllegalStateException("No text " + key);
    }
}
