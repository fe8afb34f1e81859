/** Receipts as sales units send them, read alike for every API that takes them. */
package io.caravan.receipt;
