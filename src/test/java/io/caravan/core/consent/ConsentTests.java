package io.caravan.core.consent;

import static io.caravan.support.Fixtures.NOW;
import static io.caravan.support.Fixtures.aDraft;
import static io.caravan.support.Fixtures.aPayer;
import static io.caravan.support.Fixtures.anInvoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.Payer;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;

class ConsentTests {

    private final Payer payer = aPayer();
    private final Consent requested = Consent.request(anInvoice(MerchantId.random(), aDraft().asLink()), NOW);

    @Test
    void nobodyCanAnswerBeforeSomebodyIsAsked() {
        assertThat(codeOf(requested::deny)).isEqualTo(ProblemCode.CONSENT_NOT_ASKED);
        assertThat(codeOf(() -> requested.grant(NOW))).isEqualTo(ProblemCode.CONSENT_NOT_ASKED);
        assertThat(requested.isAskedOf(payer.id())).isFalse();
    }

    @Test
    void theMerchantLearnsTheNumberOfWhoeverSaysYes() {
        var asked = requested.ask(payer);

        assertThat(asked.phone()).isEmpty();
        assertThat(asked.deny().phone()).isEmpty();
        assertThat(asked.grant(NOW).phone()).contains(payer.phone());
        assertThat(asked.grant(NOW).grantedAt()).contains(NOW);
    }

    @Test
    void anAnswerStandsAndCanOnlyBeRepeated() {
        var granted = requested.ask(payer).grant(NOW);
        var denied = requested.ask(payer).deny();

        assertThat(granted.grant(NOW.plusSeconds(9))).isEqualTo(granted);
        assertThat(denied.deny()).isEqualTo(denied);
        assertThat(codeOf(granted::deny)).isEqualTo(ProblemCode.CONSENT_ANSWERED);
        assertThat(codeOf(() -> denied.grant(NOW))).isEqualTo(ProblemCode.CONSENT_ANSWERED);
        assertThatThrownBy(() -> granted.ask(aPayer())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eachChangeIsAnEventMore() {
        assertThat(requested.number()).isZero();
        assertThat(requested.ask(payer).number()).isEqualTo(1);
        assertThat(requested.ask(payer).grant(NOW).number()).isEqualTo(2);
        assertThat(requested.grantFor(payer, NOW).number()).isEqualTo(1);
    }

    private static ProblemCode codeOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Problem.class, work).code();
    }
}
