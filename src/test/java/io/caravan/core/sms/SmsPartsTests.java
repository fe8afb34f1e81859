package io.caravan.core.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However long a text is, and whatever is in it. */
class SmsPartsTests {

    private static final List<String> TWICE = List.of("\f", "^", "{", "}", "\\", "[", "~", "]", "|", "€");

    @Property(tries = 2000)
    void thePartsTogetherAreTheText(@ForAll("texts") String text) {
        var sms = new SmsText(text);

        assertThat(String.join("", sms.split())).isEqualTo(text);
        assertThat(sms.parts()).isEqualTo(sms.split().size());
    }

    @Property(tries = 2000)
    void eachPartFitsAndHasWholeCharacters(@ForAll("texts") String text) {
        var sms = new SmsText(text);
        int room = sms.parts() == 1 ? sms.encoding().alone() : sms.encoding().joined();

        assertThat(sms.split()).allSatisfy(part -> {
            assertThat(weight(part, sms.encoding())).isBetween(1, room);
            assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
        });
    }

    @Property(tries = 2000)
    void noPartWasBegunTooEarly(@ForAll("texts") String text) {
        var sms = new SmsText(text);
        var parts = sms.split();

        for (int i = 1; i < parts.size(); i++) {
            var next = Character.toString(parts.get(i).codePointAt(0));
            assertThat(weight(parts.get(i - 1) + next, sms.encoding()))
                    .isGreaterThan(sms.encoding().joined());
        }
        if (parts.size() > 1) {
            assertThat(weight(text, sms.encoding()))
                    .isGreaterThan(sms.encoding().alone());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var plain = Arbitraries.strings().withChars("aæ Δ1@\n");
        var escaped = Arbitraries.strings().withChars("ab€[]{}~^|\\\f");
        var wide = Arbitraries.of("č", "a", "😀", "€", "漢").list().map(all -> String.join("", all));
        return Arbitraries.oneOf(
                plain.ofMinLength(1).ofMaxLength(700),
                escaped.ofMinLength(1).ofMaxLength(700),
                Arbitraries.of("č", "a", "😀", "€", "漢")
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(300)
                        .map(all -> String.join("", all)),
                wide.filter(text -> !text.isEmpty()));
    }

    /** Counted in another way than the code does: by bytes, and by what is escaped. */
    private static int weight(String part, SmsEncoding encoding) {
        return switch (encoding) {
            case UCS2 -> part.getBytes(StandardCharsets.UTF_16BE).length / 2;
            case GSM7 ->
                part.length()
                        + (int) part.codePoints()
                                .filter(one -> TWICE.contains(Character.toString(one)))
                                .count();
        };
    }
}
