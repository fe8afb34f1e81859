package io.caravan.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

    private final Addresses everywhere = new Addresses(List.of(), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.8.9.10",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.88.99.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "::",
                "::1",
                "::8.8.8.8",
                "::ffff:0:808:808",
                "0:0:0:0:ffff:0:127.0.0.1",
                "64:ff9b::100.64.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
                "64:ff9b:0:0:0:1:808:808",
                "100::1",
                "1fff::1",
                "2001:1ff:ffff::1",
                "2001:0:808:808::1",
                "2002:808:808::1",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fbff::1",
                "fd20:ce::254",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2001::1",
                "2002:7f00:1::",
                "2001:db8::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void callbacksDoNotGoThere(String address) throws Exception {
        assertThat(everywhere.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "2001:200::1",
                "2003::1",
                "3fff:1000::1",
                "2606:4700::1111",
                "2a00:1450:4001::1",
                "64:ff9b::8.8.8.8"
            })
    void callbacksMayGoThere(String address) throws Exception {
        assertThat(everywhere.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsWhatItIs() throws Exception {
        assertThat(everywhere.allows(mapped("7f000001"))).isFalse();
        assertThat(everywhere.allows(mapped("0a000001"))).isFalse();
        assertThat(everywhere.allows(mapped("08080808"))).isTrue();
        assertThat(everywhere.allows(InetAddress.getByName("::ffff:169.254.169.254")))
                .isFalse();
    }

    @Test
    void aNetworkCanBeAllowedAndNothingElseIsWithIt() throws Exception {
        var some = new Addresses(List.of(Network.of("10.1.0.0/20"), Network.of("fd12::/16")), false);

        assertThat(some.allows(InetAddress.getByName("10.1.15.255"))).isTrue();
        assertThat(some.allows(mapped("0a010001"))).isTrue();
        assertThat(some.allows(InetAddress.getByName("fd12:1::1"))).isTrue();
        assertThat(some.allows(InetAddress.getByName("10.1.16.0"))).isFalse();
        assertThat(some.allows(InetAddress.getByName("fd13::1"))).isFalse();
        assertThat(some.allows(InetAddress.getByName("127.0.0.1"))).isFalse();
    }

    @Test
    void thisMachineIsAllowedInTheSandboxOnly() throws Exception {
        var sandbox = new Addresses(List.of(), true);

        assertThat(sandbox.allows(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(sandbox.allows(InetAddress.getByName("::1"))).isTrue();
        assertThat(sandbox.allows(InetAddress.getByName("10.0.0.1"))).isFalse();
        assertThat(sandbox.allows(InetAddress.getByName("0.0.0.0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/-1", "intranet/8", "fc00::/129", "/8"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Network.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressOfOneInterfaceOnlyIsNotAllowed() throws Exception {
        var global = InetAddress.getByName("2606:4700::1111").getAddress();

        assertThat(everywhere.allows(Inet6Address.getByAddress(null, global, 1)))
                .isFalse();
        assertThat(everywhere.allows(Inet6Address.getByAddress(null, global, -1)))
                .isTrue();
    }

    private static InetAddress mapped(String ipv4) throws UnknownHostException {
        return Inet6Address.getByAddress(null, HexFormat.of().parseHex("00000000000000000000ffff" + ipv4), -1);
    }
}
