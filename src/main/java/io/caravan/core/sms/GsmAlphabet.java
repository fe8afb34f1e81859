package io.caravan.core.sms;

import java.io.ByteArrayOutputStream;

/** The characters of GSM 03.38: the default alphabet and its extension table, without national tables. */
final class GsmAlphabet {

    private static final int ESCAPE = 0x1B;

    /** In the order of their codes, but without the escape character, which would stand in the middle. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final byte[] EXTENDED_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private GsmAlphabet() {}

    /** Whether all of the text can be written with it. */
    static boolean has(String text) {
        return text.codePoints().allMatch(one -> BASIC.indexOf(one) >= 0 || isExtended(one));
    }

    /** The codes of a text that can be written so, an octet each; those of the extension table have two. */
    static byte[] codes(String text) {
        var codes = new ByteArrayOutputStream();
        text.codePoints().forEach(one -> {
            if (isExtended(one)) {
                codes.write(ESCAPE);
                codes.write(EXTENDED_CODES[EXTENDED.indexOf(one)]);
            } else {
                int place = BASIC.indexOf(one);
                codes.write(place < ESCAPE ? place : place + 1);
            }
        });
        return codes.toByteArray();
    }

    /** Whether it stands in the extension table, and so follows an escape character. */
    static boolean isExtended(int codePoint) {
        return EXTENDED.indexOf(codePoint) >= 0;
    }
}
