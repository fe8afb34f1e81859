package io.caravan.usecase.access;

import io.caravan.core.access.Operator;
import io.caravan.core.access.Operators;
import java.util.Optional;

/** Finds who runs the service, by name. One that is disabled is not found. */
public class FindOperator {

    private final Operators operators;

    public FindOperator(Operators operators) {
        this.operators = operators;
    }

    public Optional<Operator> find(String name) {
        return operators.find(name).filter(Operator::enabled);
    }
}
