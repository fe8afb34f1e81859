/** MobilePay Invoice, the API: JSON in and out, and its words for what is wrong. */
package io.caravan.dialect.mobilepay;
