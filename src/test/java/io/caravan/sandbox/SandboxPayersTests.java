package io.caravan.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caravan.core.payer.Payer;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payer.Payers;
import io.caravan.core.payer.Phone;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxPayersTests {

    private static final Payer OLA = new Payer(
            new PayerId(UUID.fromString("00000000-0000-4000-9000-004791234567")),
            new Phone("+4791234567"),
            "Ola Nordmann",
            true,
            UUID.fromString("00000000-0000-4000-a000-004791234567"));

    private final Payers payers = new SandboxPayers(
            new OnlyOla(),
            List.of(
                    new PhoneRange("+4571000000", "+4571999999"),
                    new PhoneRange("+358450000000", "+358450999999"),
                    new PhoneRange("+4791000000", "+4791999999")));

    @ParameterizedTest
    @ValueSource(strings = {"+4571000000", "+4571300001", "+4571999999", "+358450000000", "+4791999999"})
    void aNumberInARangeIsAWalletUser(String number) {
        assertThat(payers.find(new Phone(number))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4570999999", "+4572000000", "+45710000000", "+457100000", "+35845000000", "+4690000000"})
    void anyOtherNumberIsNot(String number) {
        assertThat(payers.find(new Phone(number))).isEmpty();
    }

    @Test
    void namesAndIdsFollowFromTheNumber() {
        var payer = payers.find(new Phone("+358450001234")).orElseThrow();

        assertThat(payer.name()).isEqualTo("Payer 1234");
        assertThat(payer.id()).hasToString("00000000-0000-4000-9000-358450001234");
        assertThat(payer.card()).hasToString("00000000-0000-4000-a000-358450001234");
        assertThat(payers.find(payer.id())).contains(payer);
    }

    @Test
    void anIdShorterThanItsFieldIsPadded() {
        var payer = payers.find(new Phone("+4571300001")).orElseThrow();

        assertThat(payer.id()).hasToString("00000000-0000-4000-9000-004571300001");
        assertThat(payers.find(payer.id())).contains(payer);
    }

    @Test
    void aListedPayerWinsOverTheRange() {
        assertThat(payers.find(new Phone("+4791234567"))).contains(OLA);
        assertThat(payers.find(OLA.id())).contains(OLA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-4000-9000-004570999999",
                "00000000-0000-4000-9000-000000000000",
                "00000000-0000-4000-a000-004571300001",
                "00000000-0000-4000-9000-00457130000a"
            })
    void anIdOfNobodyIsNobody(String id) {
        assertThat(payers.find(PayerId.parse(id).orElseThrow())).isEmpty();
    }

    @Test
    void aRangeGoesFromANumberToALaterOne() {
        assertThatThrownBy(() -> new PhoneRange("+4572000000", "+4571000000"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PhoneRange("+4571000000", "+45719999990"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final class OnlyOla implements Payers {

        @Override
        public Optional<Payer> find(Phone phone) {
            return Optional.of(OLA).filter(ola -> ola.phone().equals(phone));
        }

        @Override
        public Optional<Payer> find(PayerId id) {
            return Optional.of(OLA).filter(ola -> ola.id().equals(id));
        }
    }
}
