package io.caravan.architecture.offenders.core;

import io.caravan.architecture.offenders.core.merchant.MerchantId;

public interface Consents {

    String find(String id, MerchantId merchant);
}
