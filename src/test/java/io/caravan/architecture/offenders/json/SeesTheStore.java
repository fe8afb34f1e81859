package io.caravan.architecture.offenders.json;

import io.caravan.architecture.offenders.store.JdbcInvoices;

class SeesTheStore {
    JdbcInvoices invoices;
}
