package io.caravan.architecture.offenders.core;

class InvoiceHelper {}
