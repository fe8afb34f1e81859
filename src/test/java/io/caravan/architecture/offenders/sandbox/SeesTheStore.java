package io.caravan.architecture.offenders.sandbox;

import io.caravan.architecture.offenders.store.JdbcInvoices;

class SeesTheStore {
    JdbcInvoices invoices;
}
