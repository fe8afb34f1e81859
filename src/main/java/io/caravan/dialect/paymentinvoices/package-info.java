/** Payment invoices, the API: JSON:API in and out, and its words for what is wrong. */
package io.caravan.dialect.paymentinvoices;
