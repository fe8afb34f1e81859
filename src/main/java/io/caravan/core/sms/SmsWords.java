package io.caravan.core.sms;

import io.caravan.core.dialect.Dialect;

/** What the SMS of one API say. */
public interface SmsWords {

    /** The API. */
    Dialect dialect();

    /**
     * The SMS for this notice. It is asked for before each attempt to send it, in a transaction of its own in which
     * stores can be read, and should be the same each time.
     *
     * @throws IllegalArgumentException if the API sends no SMS for notices of this kind
     */
    SmsWording say(SmsNews news);
}
