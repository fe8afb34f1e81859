package io.caravan.usecase.setup;

import io.caravan.core.access.Passwords;
import io.caravan.core.ops.Act;
import io.caravan.core.ops.ActKind;
import io.caravan.core.ops.Acts;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.setup.Plan;
import io.caravan.core.setup.Setup;
import io.caravan.core.setup.SetupStores;
import java.time.Clock;
import java.time.Duration;

/** Brings about what a setup says, all of it or nothing. The same again changes nothing. One is applied at a time. */
public class ApplySetup {

    private final SetupStores stores;
    private final MerchantSteps merchants;
    private final CredentialSteps credentials;
    private final UnitSteps units;
    private final PayerSteps payers;
    private final OperatorSteps operators;
    private final Acts acts;
    private final Clock realTime;

    /** @param overlap for how long a secret that is replaced is good beside the new one */
    public ApplySetup(SetupStores stores, Passwords passwords, Duration overlap, Acts acts, Clock realTime) {
        this.stores = stores;
        this.acts = acts;
        this.realTime = realTime;
        var secrets = new SetupSecrets(stores.secrets(), overlap, realTime);
        merchants = new MerchantSteps(
                stores.setups(), stores.merchants(), stores.enrollments(), stores.endpoints(), realTime);
        credentials = new CredentialSteps(stores, secrets);
        units = new UnitSteps(stores.setups(), stores.subscriptions(), stores.merchants(), stores.partners(), secrets);
        payers = new PayerSteps(stores.enrollments(), stores.payers(), stores.profiles(), stores.services());
        operators = new OperatorSteps(stores.operators(), passwords);
    }

    /**
     * What was done. If it was anything, it is noted.
     *
     * @throws InvalidInput if something cannot be done, with all that cannot, by JSON pointers; then nothing is
     */
    public Plan apply(Setup setup, String operator) {
        stores.setups().takeTurn();
        var planning = new Planning();
        setup.merchants().forEach(wanted -> merchants.merchant(wanted, planning));
        setup.issuers().forEach(wanted -> merchants.issuer(wanted, planning));
        setup.hooks().forEach(wanted -> merchants.hook(wanted, planning));
        setup.clients().forEach(wanted -> credentials.client(wanted, planning));
        setup.accounts().forEach(wanted -> credentials.account(wanted, planning));
        setup.salesUnits().forEach(wanted -> units.salesUnit(wanted, planning));
        setup.partners().forEach(wanted -> units.partner(wanted, planning));
        setup.services().forEach(wanted -> payers.service(wanted, planning));
        setup.payers().forEach(wanted -> payers.payer(wanted, planning));
        setup.operators().forEach(wanted -> operators.operator(wanted, planning));
        var plan = planning.finish();
        var done = plan.summary();
        if (!done.isEmpty()) {
            acts.add(Act.of(ActKind.SET_UP, operator, "setup", done, realTime.instant()));
        }
        return plan;
    }
}
