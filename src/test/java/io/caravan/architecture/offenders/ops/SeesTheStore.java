package io.caravan.architecture.offenders.ops;

import io.caravan.architecture.offenders.store.JdbcInvoices;

class SeesTheStore {
    JdbcInvoices invoices;
}
