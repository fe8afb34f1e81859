package io.caravan.channel.callback;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;

/** What went wrong in an exchange, in words for the merchant, without credentials. */
final class Failures {

    static final String INCOMPLETE = "No complete answer in time";

    private Failures() {}

    static String text(Throwable failure) {
        if (failure instanceof ForbiddenAddress || failure instanceof IllegalArgumentException) {
            return failure.getMessage();
        }
        if (failure instanceof UnknownHostException) {
            return "The host cannot be resolved";
        }
        if (failure instanceof ConnectTimeoutException) {
            return "The connection could not be made in time";
        }
        if (failure instanceof SocketTimeoutException) {
            return INCOMPLETE;
        }
        if (failure instanceof ConnectException) {
            return "The connection was refused";
        }
        if (failure instanceof SSLException) {
            return "TLS: " + failure.getMessage();
        }
        if (failure instanceof ConnectionClosedException) {
            return "The connection was closed without an answer";
        }
        return "The exchange failed: " + failure.getClass().getSimpleName();
    }
}
