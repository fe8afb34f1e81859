package io.caravan.store;

import java.util.Locale;
import java.util.Optional;

/** What can be held of a payer with {@code :phone} and {@code :payer}, and where. */
enum HeldKind {
    ACCOUNT("y.id, y.phone, y.name, y.blocked", " from payer y where y.phone = :phone"),
    PROFILE(
            "f.given_name, f.family_name, f.email, f.birth_date, f.home as home_json, f.nin",
            " from payer_profile f where f.payer_id = :payer"),
    INVOICES(
            "i.id, i.merchant_id, i.dialect, i.phone, i.currency, i.total, i.due_date, i.status, i.payment_date, i.created_at, "
                    + "i.document as document_json, "
                    + "(select t.terms from pre_transaction t where t.invoice_id = i.id) as terms_json",
            " from invoice i where i.id in (select id from invoice where phone = :phone "
                    + "union select invoice_id from payment where payer_id = :payer "
                    + "union select invoice_id from payment where phone = :phone "
                    + "union select invoice_id from schedule where payer_id = :payer) "
                    + "and (i.phone is null or i.phone = :phone)",
            "not (" + OpenThings.INVOICE_ENDED + ")"),
    PAYMENTS(
            "p.id, p.merchant_id, p.invoice_id, p.method, p.status, case when p.phone = :phone then p.phone end as phone, "
                    + "case when p.payer_id = :payer then p.card end as card, p.bank_text, p.currency, p.amount, "
                    + "p.captured, p.refunded, p.reference, p.created_at, (select q.terms from payment_request q "
                    + "where q.payment_id = p.id) as terms_json",
            " from payment p where p.id in (select id from payment where phone = :phone "
                    + "union select id from payment where payer_id = :payer "
                    + "union select payment_id from payment_request where phone = :phone "
                    + "union select m.id from payment m join invoice n on n.id = m.invoice_id where n.phone = :phone)",
            "not (" + OpenThings.PAYMENT_ENDED + ")"),
    RECEIPTS(
            "r.order_id, r.created_at, r.content as receipt_json",
            " from order_receipt r join payment p on p.msn = r.msn and p.reference = r.order_id "
                    + "where p.id in (select id from payment where payer_id = :payer "
                    + "union select id from payment where phone = :phone "
                    + "union select payment_id from payment_request where phone = :phone)"),
    NOTICES(
            "n.kind, n.channel, n.recipient, n.state, n.created_at",
            " from notice n where n.recipient = :phone and n.subject_id in ("
                    + "select id from invoice where phone = :phone "
                    + "union select id from payment where payer_id = :payer "
                    + "union select id from payment where phone = :phone "
                    + "union select payment_id from payment_request where phone = :phone)"),
    CONSENTS("c.id, c.merchant_id, c.state, c.created_at, c.granted_at", " from consent c where c.payer_id = :payer"),
    SCHEDULES("s.invoice_id, s.on_day", " from schedule s where s.payer_id = :payer"),
    PROMPTS("v.state, v.address, v.at", " from prompt v where v.phone = :phone"),
    SHARED_PROFILES(
            "b.merchant_id, b.sub, k.scopes, k.at",
            " from profile_sub b left join profile_consent k on k.sub = b.sub where b.payer_id = :payer"),
    MESSAGES("x.text, x.at", " from sms_inbound x where x.sender = :phone");

    private final String columns;
    private final String from;
    private final Optional<String> open;

    HeldKind(String columns, String from) {
        this(columns, from, null);
    }

    HeldKind(String columns, String from, String open) {
        this.columns = columns;
        this.from = from;
        this.open = Optional.ofNullable(open);
    }

    String columns() {
        return columns;
    }

    String from() {
        return from;
    }

    /** Of those that an erasure leaves for now. */
    Optional<String> open() {
        return open;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
