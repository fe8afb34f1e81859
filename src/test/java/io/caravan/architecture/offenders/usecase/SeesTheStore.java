package io.caravan.architecture.offenders.usecase;

import io.caravan.architecture.offenders.store.JdbcInvoices;

public class SeesTheStore {
    JdbcInvoices invoices;

    public void act() {}
}
