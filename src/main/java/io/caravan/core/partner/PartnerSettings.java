package io.caravan.core.partner;

import io.caravan.core.notice.Channel;
import java.util.Map;
import java.util.Objects;

/**
 * What a partner has agreed on.
 *
 * @param providers the names of payment providers it may offer, in lower case, and the channel that each stands for
 * @param presets what its requests leave open, unless their campaign says it
 */
public record PartnerSettings(Map<String, Channel> providers, Presets presets) {

    public PartnerSettings {
        providers = Map.copyOf(providers);
        Objects.requireNonNull(presets);
    }
}
