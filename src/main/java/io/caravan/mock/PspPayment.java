package io.caravan.mock;

import java.time.Instant;
import java.util.Optional;

/**
 * Money as the acquirer sees it: a session on its page, or a charge. Amounts are minor units.
 *
 * @param tries how many cards and codes were refused
 * @param problem why the last one was
 */
record PspPayment(
        String id,
        PspStatus status,
        boolean asksCode,
        String reference,
        long amount,
        String currency,
        String text,
        String returnUrl,
        int tries,
        String problem,
        Sums sums,
        Optional<Instant> expiresAt) {

    private static final int MOST_TRIES = 3;

    /** What has been done with it so far. */
    record Sums(long authorized, long captured, long refunded, long cancelled) {

        static final Sums NONE = new Sums(0, 0, 0, 0);
    }

    /** Why this instruction is refused. */
    Optional<String> refusal(PspRequest request) {
        if (!request.reference().equals(reference)) {
            return Optional.of("The reference is that of another payment");
        }
        if (!request.currency().equals(currency)) {
            return Optional.of("The currency is not that of the payment");
        }
        var open = sums.authorized() - sums.captured() - sums.cancelled();
        return switch (request.kind()) {
            case CAPTURE, CANCEL ->
                request.amount() > open ? Optional.of("Only " + open + " are authorized and open") : Optional.empty();
            case REFUND -> {
                if (id.startsWith("aut_") && (request.amount() == 123 || request.amount() == 124)) {
                    yield Optional.of("The card is gone");
                }
                var left = sums.captured() - sums.refunded();
                yield request.amount() > left
                        ? Optional.of("Only " + left + " are captured and not refunded")
                        : Optional.empty();
            }
            case AUTHORIZE, CHARGE -> Optional.empty();
        };
    }

    boolean isOpenAt(Instant now) {
        return status == PspStatus.OPEN && expiresAt.filter(now::isBefore).isPresent();
    }

    boolean isSession() {
        return expiresAt.isPresent();
    }

    /** After a card or a code that was good. */
    PspPayment authorized() {
        return become(PspStatus.AUTHORIZED, "", tries, new Sums(amount, 0, 0, 0));
    }

    /** After a card or a code that was not; the third time is the last. */
    PspPayment refused(String reason) {
        return become(tries + 1 < MOST_TRIES ? PspStatus.OPEN : PspStatus.DECLINED, reason, tries + 1, sums);
    }

    /** Ended in this way without money. */
    PspPayment ended(PspStatus how, String reason) {
        return become(how, reason, tries, sums);
    }

    /** Still open, with something to tell to the payer. */
    PspPayment waiting(boolean forCode, String told) {
        return new PspPayment(
                id, status, forCode, reference, amount, currency, text, returnUrl, tries, told, sums, expiresAt);
    }

    private PspPayment become(PspStatus next, String reason, int triesNow, Sums sumsNow) {
        if (next != status && !status.next().contains(next)) {
            throw new IllegalStateException(status + " does not become " + next);
        }
        return new PspPayment(
                id, next, false, reference, amount, currency, text, returnUrl, triesNow, reason, sumsNow, expiresAt);
    }

    /** Where the payer goes in the end. */
    String wayBack() {
        var hash = returnUrl.indexOf('#');
        var address = hash < 0 ? returnUrl : returnUrl.substring(0, hash);
        return address + (address.contains("?") ? "&" : "?") + "session=" + id
                + (hash < 0 ? "" : returnUrl.substring(hash));
    }
}
