package io.caravan.mock;

import java.nio.file.Path;
import java.time.Clock;

/** A process that charges cards as fast as it can, and prints the key of each charge when it has the answer. */
final class BusyAcquirer {

    private BusyAcquirer() {}

    public static void main(String[] folder) {
        var memory = new MockMemory(Path.of(folder[0]));
        var clock = Clock.systemUTC();
        var faults = new MockFaults(memory.jdbc(), clock);
        var webhooks = new MockWebhooks(memory, faults, clock, "http://127.0.0.1:9", PspRig.SECRET);
        var psp = new MockPsp(memory, webhooks, clock, PspRig.URL);
        for (int n = 0; ; n++) {
            var body = "{\"reference\":\"pay-1\",\"amount\":100,\"currency\":\"DKK\",\"card\":\"good\"}";
            psp.charge("k" + n, body, "/mock/psp/charges");
            System.out.println("k" + n);
        }
    }
}
