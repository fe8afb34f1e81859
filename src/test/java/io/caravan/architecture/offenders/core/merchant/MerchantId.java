package io.caravan.architecture.offenders.core.merchant;

public record MerchantId(String value) {}
