package io.caravan.core.invoice;

import java.util.Objects;

/** Where a merchant wants payers who came by a link: a web page, or an app by a scheme of its own. */
public record RedirectUrl(String url) {

    public RedirectUrl {
        Objects.requireNonNull(url);
    }

    /** The address with what has happened: added to its query, before its fragment. */
    public String with(String status) {
        int hash = url.indexOf('#');
        var address = hash < 0 ? url : url.substring(0, hash);
        var fragment = hash < 0 ? "" : url.substring(hash);
        return address + (address.contains("?") ? "&" : "?") + "status=" + status + fragment;
    }
}
