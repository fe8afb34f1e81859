package io.caravan.crash.drill;

import java.util.Random;

/** What one merchant and one payer do together, from a request to its end. */
interface Story {

    /** @param name its own, for references and keys */
    void live(Random random, int number, String name);
}
