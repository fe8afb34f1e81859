package io.caravan.core.sms;

/** How the characters of an SMS travel, and how many of them a part takes. */
public enum SmsEncoding {
    /** The default alphabet of GSM 03.38 and its extension table: 7 bits each, 14 for those of the extension table. */
    GSM7(160, 153),
    /** 16 bits each, 32 for characters outside of the basic plane, such as most emoji. */
    UCS2(70, 67);

    private final int alone;
    private final int joined;

    SmsEncoding(int alone, int joined) {
        this.alone = alone;
        this.joined = joined;
    }

    /** What a text may weigh that goes out as one part: in units of 7 or 16 bits. */
    public int alone() {
        return alone;
    }

    /** What each part may weigh if there are several: the rest says how they belong together. */
    public int joined() {
        return joined;
    }

    /**
     * What a character takes, in units of 7 or 16 bits. It is never cut in two.
     *
     * @param codePoint one that this encoding has
     */
    int weight(int codePoint) {
        return switch (this) {
            case GSM7 -> GsmAlphabet.isExtended(codePoint) ? 2 : 1;
            case UCS2 -> Character.charCount(codePoint);
        };
    }
}
