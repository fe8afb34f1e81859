package io.caravan.mock;

/** In how many parts a text goes out, as a gateway counts them. */
final class SmsLength {

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
    private static final String TWICE = "\f^{}\\[~]|€";

    private SmsLength() {}

    static int parts(String text) {
        var isGsm = text.chars().allMatch(SmsLength::isGsm);
        int fits = isGsm ? 160 : 70;
        int eachOfMany = isGsm ? 153 : 67;
        int parts = 1;
        int used = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            int size = isGsm && TWICE.indexOf(text.charAt(i)) >= 0 ? 2 : 1;
            if (Character.isHighSurrogate(text.charAt(i))) {
                size = 2;
                i++;
            }
            all += size;
            if (used + size > eachOfMany) {
                parts++;
                used = 0;
            }
            used += size;
        }
        return all <= fits ? 1 : parts;
    }

    private static boolean isGsm(int one) {
        return one < 128 && Character.isLetterOrDigit(one) || GSM.indexOf(one) >= 0 || TWICE.indexOf(one) >= 0;
    }
}
