package io.caravan.core.sms;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The text of an SMS, with at most {@value #MOST_PARTS} parts. Halves of characters are not text. */
public record SmsText(String text) {

    /** As many as can be numbered. */
    public static final int MOST_PARTS = 255;

    /**
     * A text of at least one character.
     *
     * @throws IllegalArgumentException if it is empty, too long, or has half a character in it
     */
    public SmsText {
        Objects.requireNonNull(text);
        if (text.isEmpty()) {
            throw new IllegalArgumentException("an SMS says something");
        }
        if (text.codePoints().anyMatch(one -> one >= Character.MIN_SURROGATE && one <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("an SMS has whole characters");
        }
        if (split(text).size() > MOST_PARTS) {
            throw new IllegalArgumentException("an SMS has at most " + MOST_PARTS + " parts");
        }
    }

    /** The one in which the whole text takes the least. */
    public SmsEncoding encoding() {
        return encoding(text);
    }

    /** As it travels: of GSM7, an octet for each 7 bits; of UCS2, UTF-16 with the high octet first. */
    public byte[] octets() {
        return switch (encoding()) {
            case GSM7 -> GsmAlphabet.codes(text);
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
        };
    }

    /** As many as it is sent in, and paid for. */
    public int parts() {
        return split(text).size();
    }

    /** What stands in each part: together, the text. */
    public List<String> split() {
        return List.copyOf(split(text));
    }

    /** Keeps texts, and the links in them, out of logs. */
    @Override
    public String toString() {
        return parts() + " parts";
    }

    private static SmsEncoding encoding(String text) {
        return GsmAlphabet.has(text) ? SmsEncoding.GSM7 : SmsEncoding.UCS2;
    }

    private static List<String> split(String text) {
        var encoding = encoding(text);
        if (text.codePoints().map(encoding::weight).sum() <= encoding.alone()) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        int begin = 0;
        int weight = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int more = encoding.weight(text.codePointAt(at));
            if (weight + more > encoding.joined()) {
                parts.add(text.substring(begin, at));
                begin = at;
                weight = 0;
            }
            weight += more;
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
