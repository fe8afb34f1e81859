package io.caravan.usecase.payment;

import io.caravan.core.invoice.Invoice;
import io.caravan.core.payment.Operation;
import io.caravan.core.payment.Payment;
import java.time.Instant;
import java.util.Optional;

/** An operation whose outcome has just become known, with its payment and invoice, both locked. */
record Settled(Operation operation, Payment payment, Optional<Invoice> invoice, Instant now) {}
