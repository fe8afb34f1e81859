package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.anInvoice;
import static io.caravan.dialect.mobilepay.Fixtures.anIssuer;
import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.consent.Consent;
import io.caravan.core.consent.ConsentId;
import io.caravan.core.consent.ConsentList;
import io.caravan.core.consent.ConsentState;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Phone;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The documented answers about consents. */
class ConsentWriterTests {

    private static final Instant ASKED = Instant.parse("2020-12-31T10:00:00Z");

    @Test
    void aRequestedConsentTellsNoNumber() {
        assertThat(text(ConsentWriter.requested(pending()))).isEqualTo(Golden.compact("consent-requested.json"));
    }

    @Test
    void aConsentThatWaitsHasNoTimeYet() {
        assertThat(text(ConsentWriter.consent(pending()))).isEqualTo(Golden.compact("consent.json"));
    }

    @Test
    void theListTellsWhoGrantedAndWhen() {
        var page = new ConsentList.Page(List.of(granted()), Optional.empty());

        assertThat(text(ConsentWriter.page(page))).isEqualTo(Golden.compact("consents.json"));
    }

    private static Consent pending() {
        return consent(Optional.empty(), ConsentState.PENDING, Optional.empty());
    }

    private static Consent granted() {
        var payer = new Consent.Asked(PayerId.random(), new Phone("+4577007700"));
        return consent(Optional.of(payer), ConsentState.GRANTED, Optional.of(Instant.parse("2021-01-01T12:34:56Z")));
    }

    private static Consent consent(Optional<Consent.Asked> asked, ConsentState state, Optional<Instant> granted) {
        return new Consent(
                ConsentId.parse("e518e841-c058-422c-b8d9-d4d71bf671c4").orElseThrow(),
                anInvoice().merchant(),
                anIssuer().id(),
                anInvoice().id(),
                Dialect.MOBILEPAY,
                asked,
                state,
                1,
                ASKED,
                granted);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
