package io.caravan.architecture.offenders.store;

import io.caravan.architecture.offenders.core.Invoices;
import io.caravan.architecture.offenders.core.merchant.MerchantId;

public class JdbcInvoices implements Invoices {

    @Override
    public String find(MerchantId merchant, String id) {
        return read(id, merchant);
    }

    @Override
    public String findAny(String id) {
        return id;
    }

    private String read(String id, MerchantId merchant) {
        return id + merchant;
    }
}
