package io.caravan.core.sms;

/** The characters of GSM 03.38: the default alphabet and its extension table, without national tables. */
final class GsmAlphabet {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENDED = "\f^{}\\[~]|€";

    private GsmAlphabet() {}

    /** Whether all of the text can be written with it. */
    static boolean has(String text) {
        return text.codePoints().allMatch(one -> BASIC.indexOf(one) >= 0 || isExtended(one));
    }

    /** Whether it stands in the extension table, and so follows an escape character. */
    static boolean isExtended(int codePoint) {
        return EXTENDED.indexOf(codePoint) >= 0;
    }
}
