package io.caravan.architecture.offenders.dialect.second;

import io.caravan.architecture.offenders.store.JdbcInvoices;

class SeesTheStore {
    JdbcInvoices invoices;
}
