package io.caravan.mock;

import java.util.Arrays;
import java.util.Optional;

/** The cards that the payment page knows. */
enum TestCard {
    PAYS("4111 1111 1111 1111", "pays"),
    ASKS_CODE("4000 0000 0000 3220", "asks for code " + TestCard.CODE),
    DECLINED("4000 0000 0000 0002", "is declined"),
    EXPIRED("4000 0000 0000 0069", "has expired");

    /** What the payer's bank wants to hear. */
    static final String CODE = "1234";

    private final String number;
    private final String description;

    TestCard(String number, String description) {
        this.number = number;
        this.description = description;
    }

    /** The card of this number, however it is spaced. */
    static Optional<TestCard> of(String number) {
        var digits = number.replaceAll("[\\s-]", "");
        return Arrays.stream(values())
                .filter(card -> card.number.replace(" ", "").equals(digits))
                .findFirst();
    }

    String number() {
        return number;
    }

    String description() {
        return description;
    }
}
