package io.caravan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StatementTextTests {

    private static final String SNOWBOARDER = "\uD83C\uDFC2";

    @Test
    void aTextThatIsTooLongIsCutToThirtyCharactersAndNeverInTheMiddleOfOne() {
        assertThat(StatementText.of(SNOWBOARDER.repeat(40)).value()).isEqualTo(SNOWBOARDER.repeat(30));
        assertThat(StatementText.of("ABC-123").value()).isEqualTo("ABC-123");
    }

    @Test
    void whatHasMoreThanThirtyCharactersIsNoTextForABankStatement() {
        assertThat(new StatementText(SNOWBOARDER.repeat(30)).value()).hasSize(60);
        assertThatIllegalArgumentException().isThrownBy(() -> new StatementText("a".repeat(31)));
    }
}
