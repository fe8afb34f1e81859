package io.caravan.architecture.offenders.usecase;

import io.caravan.architecture.offenders.core.Invoices;
import io.caravan.architecture.offenders.core.merchant.MerchantId;

public class DoesOneThing {

    private final Invoices invoices;

    public DoesOneThing(Invoices invoices) {
        this.invoices = invoices;
    }

    public String act(MerchantId merchant) {
        return invoices.find(merchant, "1");
    }
}
