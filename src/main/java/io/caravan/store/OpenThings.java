package io.caravan.store;

/** Conditions under which an invoice {@code i} or a payment {@code p} has ended, and nobody needs its payer any more. */
final class OpenThings {

    private static final String TOLD =
            """
             and not exists (
                select 1 from callback c
                where c.subject_id = %1$s and c.state in ('WAITING', 'APART', 'DELIVERING'))
            and not exists (
                select 1 from notice n
                where n.subject_id = %1$s and n.state in ('PLANNED', 'READY', 'QUEUED', 'SENDING'))
            and not exists (
                select 1 from event e
                join outbox o on o.event_id = e.id
                where e.subject_id = %1$s)
            """;

    /** No money of it is under way or reserved, nobody has to see to it, and all are told. */
    static final String PAYMENT_ENDED =
            """
            p.status <> 'CREATED' and p.authorized = p.captured + p.cancelled
            and not exists (
                select 1 from operation o
                where o.payment_id = p.id and o.state in ('REQUESTED', 'SENT', 'WAITING', 'UNKNOWN'))
            and not exists (
                select 1 from unmatched_money u where u.payment_id = p.id and u.state not in ('RETURNED', 'KEPT'))
            and not exists (
                select 1 from payment_alarm a where a.payment_id = p.id and a.resolved_at is null)
            and not exists (
                select 1 from payment_invoice b where b.payment_id = p.id and b.untold_since is not null)
            and not exists (
                select 1 from invoice of_it
                where of_it.id = p.invoice_id and of_it.status in ('RECEIVED', 'CREATED', 'ACCEPTED'))
            """
                    + TOLD.formatted("p.id");

    /** It is closed, all are told, and all of its payments have ended. */
    static final String INVOICE_ENDED =
            """
            i.status in ('PAID', 'REJECTED', 'EXPIRED', 'CANCELED', 'INVALID')
            and not exists (
                select 1 from payment p where p.invoice_id = i.id and not (
            """
                    + PAYMENT_ENDED
                    + "))"
                    + TOLD.formatted("i.id");

    private OpenThings() {}
}
