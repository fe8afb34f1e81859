/** What merchants see and do about their callbacks, the same for all dialects. Errors are worded by MobilePay's API. */
package io.caravan.dialect.callbacks;
