package io.caravan.architecture.offenders.mock;

import io.caravan.architecture.offenders.core.merchant.MerchantId;

class SeesTheCore {
    MerchantId merchant;
}
