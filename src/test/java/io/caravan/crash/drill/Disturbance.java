package io.caravan.crash.drill;

import java.util.Map;

/** What befalls the processes while merchants and payers act. It ends when told, or by itself. */
interface Disturbance extends Runnable {

    /** Lets it end; what is dead by then is started first. */
    void end();

    /** How often it did what. */
    Map<String, Integer> done();

    /** Throws what has kept it from its work, if something has. */
    void rethrow();
}
