package io.caravan.dialect.mobilepay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.problem.InvalidInput;
import org.junit.jupiter.api.Test;

class QueryTests {

    @Test
    void namesAreReadInAnyCaseAndValuesAreDecoded() {
        assertThat(Query.read("State=a%2Bb+c&x&y==&%73tate2=%C3%B8"))
                .containsEntry("state", "a+b c")
                .containsEntry("x", "")
                .containsEntry("y", "=")
                .containsEntry("state2", "ø");
    }

    @Test
    void aNameThatOccursTwiceHasNoValue() {
        assertThat(Query.read("state=a&STATE=a").get("state")).isSameAs(Json.TWICE);
    }

    @Test
    void whatCannotBeDecodedIsRefused() {
        assertThatThrownBy(() -> Query.read("a=%zz")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void noQueryIsEmpty() {
        assertThat(Query.read(null).get("state")).isNull();
    }
}
