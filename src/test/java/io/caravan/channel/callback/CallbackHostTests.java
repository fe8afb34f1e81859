package io.caravan.channel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.problem.InvalidInput;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However a host is written: what is accepted is a name, or exactly the public address that everybody reads in it. */
class CallbackHostTests {

    private static final Pattern PLAIN = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Addresses PUBLIC = new Addresses(List.of(), false);

    /** Resolves addresses; no name is known. */
    private static final CheckedNames NAMES = new CheckedNames(CallbackHostTests::literal, PUBLIC);

    private static final GuardedUrls URLS = new GuardedUrls(NAMES, Set.of(443), false, Set.of(), Runnable::run);

    @Property(tries = 3000)
    void anIpv4AddressIsAcceptedOnlyInItsUsualFormAndOnlyIfItIsPublic(@ForAll("spellings") Spelling spelling)
            throws Exception {
        var isPublic = PUBLIC.allows(InetAddress.getByAddress(
                ByteBuffer.allocate(4).putInt(spelling.address()).array()));

        assertThat(accepts(spelling.text()))
                .as(spelling.text())
                .isEqualTo(isPublic && PLAIN.matcher(spelling.text()).matches());
    }

    @Property(tries = 2000)
    void anIpv6AddressIsAcceptedOnlyIfItIsPublic(@ForAll("ipv6") byte[] bytes) throws Exception {
        var address = Inet6Address.getByAddress(null, bytes, -1);

        assertThat(accepts("[" + address.getHostAddress() + "]")).isEqualTo(PUBLIC.allows(address));
    }

    @Property(tries = 3000)
    void anyTextIsEitherRefusedInWordsOrAHostThatIsNoForbiddenAddress(@ForAll("texts") String host) throws Exception {
        if (!accepts(host)) {
            return;
        }
        var target = URLS.target("https://" + host + "/");
        assertThat(target.uri().getPort()).isIn(-1, 443);
        assertThat(target.uri().getUserInfo()).isNull();
        try {
            assertThat(NAMES.resolve(target.host())).allMatch(PUBLIC::allows);
        } catch (UnknownHostException e) {
            assertThat(e).isNotInstanceOf(ForbiddenAddress.class);
        }
    }

    /** An IPv4 address, and one of the ways in which programs read it. */
    record Spelling(int address, String text) {}

    @Provide
    Arbitrary<Spelling> spellings() {
        var addresses = Arbitraries.oneOf(
                Arbitraries.integers(),
                Arbitraries.of(0x7f000001, 0x0a000001, 0xa9fea9fe, 0xc0a80101, 0x64400001, 0x01010101, 0));
        var bases = Arbitraries.of("%d", "%d", "%d", "0%o", "0x%x", "0X%X", "00%o", "0%d");
        var parts = Arbitraries.integers().between(1, 6).map(n -> Math.min(n, 4));
        var tails = Arbitraries.of("", "", "", "", ".");
        return Combinators.combine(addresses, bases.list().ofSize(4), parts, tails)
                .as((address, base, n, tail) -> new Spelling(address, spell(address, base, n) + tail));
    }

    /** All parts but the last are a byte; the last is what is left. */
    private static String spell(int address, List<String> bases, int parts) {
        var text = new StringBuilder();
        for (int i = 0; i < parts - 1; i++) {
            text.append(bases.get(i).formatted(address >>> 24 - 8 * i & 0xff)).append('.');
        }
        long rest = (address & 0xffffffffL) & (1L << 32 - 8 * (parts - 1)) - 1;
        return text.append(bases.get(parts - 1).formatted(rest)).toString();
    }

    @Provide
    Arbitrary<byte[]> ipv6() {
        var prefixes = Arbitraries.of("::", "::ffff:0:0", "64:ff9b::", "64:ff9b:1::", "2002::", "2001::", "fe80::")
                .map(CallbackHostTests::bytes);
        var anything = Arbitraries.bytes().array(byte[].class).ofSize(16);
        var dressed = Combinators.combine(prefixes, Arbitraries.integers())
                .as((prefix, ipv4) ->
                        ByteBuffer.wrap(prefix.clone()).putInt(12, ipv4).array());
        return Arbitraries.oneOf(anything, dressed);
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "127",
                "0",
                "1",
                "10",
                "169.254.169.254",
                "0x7f",
                "0177",
                ".",
                ".",
                ":",
                "443",
                "22",
                "@",
                "\\",
                "/",
                "%2e",
                "%31",
                "[",
                "]",
                "::1",
                "::ffff:127.0.0.1",
                "%25eth0",
                "localhost",
                "shop.example",
                "a",
                "-",
                "\u3002",
                "\u2460",
                "\uff11",
                "\u0661",
                "#",
                "?",
                " ",
                "\t",
                "\u0000",
                "_",
                "\u00e9",
                "xn--bcher-kva");
        return pieces.list().ofMinSize(0).ofMaxSize(8).map(list -> String.join("", list));
    }

    private static boolean accepts(String host) {
        try {
            URLS.check("https://" + host + "/");
            return true;
        } catch (InvalidInput e) {
            return false;
        }
    }

    private static InetAddress[] literal(String host) throws UnknownHostException {
        if (!host.startsWith("[") && !PLAIN.matcher(host).matches() && host.indexOf(':') < 0) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }

    private static byte[] bytes(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? bytes
                    : ByteBuffer.allocate(16).putShort(10, (short) -1).array();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
