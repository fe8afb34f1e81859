package io.caravan.usecase.setup;

import io.caravan.core.access.Operator;
import io.caravan.core.access.Operators;
import io.caravan.core.access.Passwords;
import io.caravan.core.access.Role;
import io.caravan.core.access.SecretKind;
import io.caravan.core.setup.OperatorTerms;
import io.caravan.core.setup.Plan.Made;
import io.caravan.core.setup.Wanted;
import java.util.ArrayList;
import java.util.List;

/** Sets up who runs the service. */
final class OperatorSteps {

    private final Operators operators;
    private final Passwords passwords;

    OperatorSteps(Operators operators, Passwords passwords) {
        this.operators = operators;
        this.passwords = passwords;
    }

    void operator(Wanted<OperatorTerms> wanted, Planning planning) {
        var terms = wanted.thing();
        var before = operators.find(terms.name());
        if (before.isEmpty()) {
            create(terms, planning);
            return;
        }
        var hash = before.get().passwordHash();
        var password = terms.password().filter(given -> !passwords.matches(given, hash));
        var after = new Operator(
                terms.name(),
                password.map(passwords::hash).orElse(hash),
                terms.role().orElse(before.get().role()),
                terms.enabled().orElse(before.get().enabled()));
        operators.put(after);
        var changed = Planning.differences(before.get(), after);
        changed.replaceAll(property -> property.equals("passwordHash") ? "password" : property);
        planning.compared("operator", terms.name(), changed);
    }

    private void create(OperatorTerms terms, Planning planning) {
        var made = new ArrayList<Made>();
        var password = terms.password().orElseGet(() -> {
            var random = SecretKind.CLIENT.random();
            made.add(new Made("password", random));
            return random;
        });
        operators.put(new Operator(
                terms.name(),
                passwords.hash(password),
                terms.role().orElse(Role.OPERATOR),
                terms.enabled().orElse(true)));
        planning.created("operator", terms.name(), List.copyOf(made));
    }
}
