package io.caravan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The API of payment invoices; application.yml says more. */
@ConfigurationProperties("caravan.payment-invoices")
record PaymentInvoiceProperties(Duration life, int confirmationsPerHour, int checkoutsPerAddress) {}
