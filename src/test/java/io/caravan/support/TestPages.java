package io.caravan.support;

import io.caravan.core.page.PageLinks;
import io.caravan.core.page.PageTokens;
import java.util.Map;

/** Links as tests expect them. */
public final class TestPages {

    public static final PageTokens TOKENS = new PageTokens("test", Map.of("test", new byte[32]));

    /** Under https://pay.example. */
    public static final PageLinks LINKS = new PageLinks(TOKENS, "https://pay.example");

    private TestPages() {}
}
