package io.caravan.core.ops;

/**
 * What a replay would do.
 *
 * @param count how many would be sent
 * @param more whether there are more, which were not counted, or are not sent by one replay
 */
public record ReplayPreview(ReplayTarget target, long count, boolean more) {}
