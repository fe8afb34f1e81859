package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.setup.ThingName;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

class SandboxTracesTests {

    @Test
    void aDatabaseThatWasASandboxIsRefusedWithAllWhoMayStillCall() {
        assertThatThrownBy(() -> SandboxTraces.refuse(name -> !name.id().startsWith("0b8f5f3e")))
                .isInstanceOf(UnsafeSettings.Refused.class)
                .hasMessageContainingAll("sandbox-identities", "f3dd9011", "7c1de2c9", "sandbox-wallet")
                .hasMessageNotContaining("0b8f5f3e");
        assertThatCode(() -> SandboxTraces.refuse(name -> false)).doesNotThrowAnyException();
    }

    @Test
    void allWhoTakePartInTheSandboxAreKnown() throws IOException {
        var ids = new YamlPropertySourceLoader()
                .load("sandbox", new ClassPathResource("sandbox/identities.yml")).stream()
                        .map(source -> (EnumerablePropertySource<?>) source)
                        .flatMap(source -> Arrays.stream(source.getPropertyNames())
                                .filter(name -> name.matches("caravan\\.sandbox\\.(merchants\\[[0-9]+]|wallet)\\.id"))
                                .map(source::getProperty))
                        .map(String::valueOf)
                        .toList();

        assertThat(SandboxTraces.KNOWN).extracting(ThingName::id).containsExactlyInAnyOrderElementsOf(ids);
    }
}
