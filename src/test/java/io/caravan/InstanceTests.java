package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How processes that share a database are told apart. */
class InstanceTests {

    @Test
    void aProcessIsNamedAfterItsHostAndPort() {
        assertThat(Instance.on("shop-1.example", 8080).name()).isEqualTo("shop-1.example:8080");
    }

    @Test
    void hostsWhoseNamesAreTooLongForAColumnAreToldApart() {
        var one = Instance.on("h".repeat(63) + "1", 65535).name();
        var other = Instance.on("h".repeat(63) + "2", 65535).name();

        assertThat(one).hasSize(64).endsWith(":65535").isNotEqualTo(other);
        assertThat(Instance.on("h".repeat(63) + "1", 65535).name()).isEqualTo(one);
        assertThat(Instance.on("h".repeat(59), 8080).name()).hasSize(64).startsWith("h".repeat(59));
    }
}
