package io.caravan.architecture.offenders.core;

class CountsMilliseconds {
    long now() {
        return System.currentTimeMillis();
    }
}
