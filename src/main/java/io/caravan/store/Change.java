package io.caravan.store;

/** A statement that changes rows, with its values. */
record Change(String sql, Object... values) {}
