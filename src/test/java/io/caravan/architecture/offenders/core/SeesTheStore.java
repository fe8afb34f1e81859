package io.caravan.architecture.offenders.core;

import io.caravan.architecture.offenders.store.JdbcInvoices;

class SeesTheStore {
    JdbcInvoices invoices;
}
