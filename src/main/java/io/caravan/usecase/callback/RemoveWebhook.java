package io.caravan.usecase.callback;

import io.caravan.core.callback.Endpoints;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;

/** Lets a partner of the Mobile Invoice API hear of nothing more at its webhook. */
public class RemoveWebhook {

    private final Endpoints endpoints;

    public RemoveWebhook(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** @throws Problem INVOICE_UNKNOWN if there is none */
    public void remove(MerchantId merchant) {
        if (!endpoints.retire(merchant, Dialect.MOBILEINVOICE)) {
            throw Problem.of(ProblemCode.INVOICE_UNKNOWN, "There is no webhook.");
        }
    }
}
