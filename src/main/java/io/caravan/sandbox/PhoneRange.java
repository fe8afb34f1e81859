package io.caravan.sandbox;

import io.caravan.core.payer.Phone;

/** Phone numbers of one length, the first and the last included. */
public record PhoneRange(String first, String last) {

    public PhoneRange {
        if (first.length() != last.length() || first.compareTo(last) > 0) {
            throw new IllegalArgumentException("A range goes from a number to a later one of the same length");
        }
    }

    boolean contains(Phone phone) {
        var number = phone.number();
        return number.length() == first.length() && number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
    }
}
