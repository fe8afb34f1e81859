package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class UnderstoodStatementsTests {

    @Test
    void aValueThatDidNotFitIsFoundBehindWhateverIsLogged() {
        var fault = new SQLException("too long", "22001");

        assertThat(UnderstoodStatements.fault(new IllegalStateException(
                        "cannot be stored", new DataIntegrityViolationException("update", fault))))
                .contains(fault);
        assertThat(UnderstoodStatements.fault(new SQLException("twice", "23505")))
                .isPresent();
    }

    @Test
    void aDatabaseThatIsAwayIsNoFaultOfWhatWasSaid() {
        assertThat(UnderstoodStatements.fault(new SQLException("away", "08006")))
                .isEmpty();
        assertThat(UnderstoodStatements.fault(new SQLException("no state"))).isEmpty();
        assertThat(UnderstoodStatements.fault(new IllegalStateException())).isEmpty();
    }
}
