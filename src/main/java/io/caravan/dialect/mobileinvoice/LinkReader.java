package io.caravan.dialect.mobileinvoice;

import io.caravan.core.id.Uuids;
import io.caravan.core.page.PageRefused;
import io.caravan.core.pretransaction.LandingRequest;
import io.caravan.core.pretransaction.ShortCode;
import java.util.Optional;

/** Reads the links that payers follow. */
final class LinkReader {

    private LinkReader() {}

    /** @throws PageRefused UNKNOWN if it cannot be one of ours */
    static LandingRequest link(String partnerId, String id) {
        try {
            int partner = Integer.parseInt(partnerId);
            return Uuids.parse(id)
                    .map(known -> new LandingRequest(Optional.empty(), partner, Optional.of(known)))
                    .orElseThrow(LinkReader::unknown);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    /** @throws PageRefused UNKNOWN if it cannot be one of ours */
    static LandingRequest shortLink(String code) {
        return ShortCode.parse(code)
                .map(known -> new LandingRequest(Optional.of(known), 0, Optional.empty()))
                .orElseThrow(LinkReader::unknown);
    }

    private static PageRefused unknown() {
        return new PageRefused(PageRefused.Reason.UNKNOWN);
    }
}
