package io.caravan.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.PaymentWorld;
import io.caravan.core.invoice.InvoiceId;
import io.caravan.core.payer.Payer;
import io.caravan.core.payment.BillingRequest;
import io.caravan.core.payment.BillingStage;
import io.caravan.core.payment.Confirmation;
import io.caravan.core.payment.OperationId;
import io.caravan.core.payment.Outcome;
import io.caravan.core.payment.PhoneBill;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.store.Database;
import java.util.concurrent.Callable;

/** An invoice whose payer chooses the bill of a phone. */
abstract class OnPhoneBills {

    PaymentWorld world;
    Payer payer;
    InvoiceId invoice;

    void use(Database database) {
        world = new PaymentWorld(database);
        payer = world.aPayer();
        invoice = world.anInvoiceFor(payer);
    }

    OperationId begin() {
        return world.startBilling.start(new BillingRequest(invoice, new PhoneBill(payer.phone(), Confirmation.PIN)));
    }

    void settle(OperationId operation, Outcome outcome) {
        world.sendOperation.send(operation);
        world.settleOperation.settle(operation, 1, outcome);
    }

    void assertRefused(ProblemCode code) {
        assertThat(outcomeOf(this::begin)).isEqualTo(code);
    }

    static Object outcomeOf(Callable<Object> work) {
        try {
            return work.call();
        } catch (Problem problem) {
            return problem.code();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    BillingStage stage(OperationId charge) {
        return world.showBilling.show(charge).orElseThrow().stage();
    }
}
