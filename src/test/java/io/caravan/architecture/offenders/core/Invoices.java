package io.caravan.architecture.offenders.core;

import io.caravan.architecture.offenders.core.merchant.MerchantId;

public interface Invoices {

    String find(MerchantId merchant, String id);

    String findAny(String id);
}
