package io.caravan.store;

import static io.caravan.store.Columns.uuid;

import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.order.OrderReceipt;
import io.caravan.core.payer.Phone;
import io.caravan.core.paymentinvoice.GivenConfirmation;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.paymentrequest.PaymentTerms;
import io.caravan.core.pretransaction.Terms;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.support.SqlArrayValue;

/** Takes payers out of rows that are locked and stay: phones become {@link Phone#ERASED}, texts go, sums stay. */
final class ErasedRows {

    private final JdbcOperations jdbc;

    ErasedRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Of these invoices, and of whatever hangs on them but for their payments. */
    void invoices(List<UUID> ids) {
        var all = ids(ids);
        rewrite(
                "invoice",
                "id",
                "document",
                all,
                json -> Json.write(Json.read(json, InvoiceDocument.class).withoutPayer()));
        rewrite(
                "pre_transaction",
                "invoice_id",
                "terms",
                all,
                json -> Json.write(Json.read(json, Terms.class).withoutPayer()));
        jdbc.update(
                "insert into erased_invoice (invoice_id, since) select id, personal_since from invoice "
                        + "where id = any(?) and personal_since is not null",
                all);
        jdbc.update(
                "update invoice set phone = case when phone is null then null else ? end, personal_since = null "
                        + "where id = any(?)",
                Phone.ERASED.number(),
                all);
        jdbc.update(
                "update consent set phone = null, payer_id = null where invoice_id = any(?) and state <> 'GRANTED'",
                all);
        jdbc.update("delete from schedule where invoice_id = any(?)", all);
        jdbc.update("delete from reminder where invoice_id = any(?)", all);
        jdbc.update("delete from prompt where invoice_id = any(?)", all);
        jdbc.update("delete from phone_wish where invoice_id = any(?)", all);
        notices(all);
    }

    /** Of these payments, and of whatever hangs on them. */
    void payments(List<UUID> ids) {
        var all = ids(ids);
        jdbc.update(
                "update payment set phone = case when phone is null then null else ? end, payer_id = null, card = null, "
                        + "personal_since = null where id = any(?)",
                Phone.ERASED.number(),
                all);
        rewrite(
                "payment_request",
                "payment_id",
                "terms",
                all,
                json -> Json.write(Json.read(json, PaymentTerms.class).withoutPayer()));
        jdbc.update(
                "update payment_request set phone = ? where payment_id = any(?) and phone is not null",
                Phone.ERASED.number(),
                all);
        rewrite(
                "payment_invoice",
                "payment_id",
                "terms",
                all,
                json -> Json.write(Json.read(json, PaymentInvoiceTerms.class).withoutPayer()));
        rewrite(
                "payment_invoice",
                "payment_id",
                "confirmation",
                all,
                json -> Json.write(Json.read(json, GivenConfirmation.class).withoutPayer()));
        jdbc.update("update payment_refund set description = null where payment_id = any(?)", all);
        jdbc.update(
                "update incoming_transfer set sender = '', personal_since = null "
                        + "where payment_id = any(?) and state <> 'UNMATCHED'",
                all);
        jdbc.update("update payment_alarm set what = '' where payment_id = any(?)", all);
        jdbc.update("delete from profile_consent where payment_id = any(?)", all);
        jdbc.update("delete from prompt where payment_id = any(?)", all);
        jdbc.update("update operation set return_url = null, page_url = null where payment_id = any(?)", all);
        notices(all);
        orders(all);
    }

    /** Of these receipts of orders. */
    void receipts(List<UUID> ids) {
        rewrite(
                "order_receipt",
                "id",
                "content",
                ids(ids),
                json -> Json.write(Json.read(json, OrderReceipt.class).withoutWords()));
        jdbc.update("update order_receipt set personal_since = null where id = any(?)", ids(ids));
    }

    private void orders(SqlArrayValue payments) {
        receipts(jdbc.query(
                """
                select r.id
                from payment p
                join order_receipt r on r.msn = p.msn and r.order_id = p.reference
                where p.id = any(?)
                """,
                (row, n) -> uuid(row, "id"),
                payments));
        jdbc.update(
                """
                delete from order_category
                where id in (
                    select c.id
                    from payment p
                    join order_category c on c.msn = p.msn and c.order_id = p.reference
                    where p.id = any(?))
                """,
                payments);
    }

    /** All of these have ended; one that is parked is sent no more. */
    private void notices(SqlArrayValue subjects) {
        jdbc.update(
                """
                update notice
                set recipient = ?, reason = null, state = case when state = 'PARKED' then 'DROPPED' else state end
                where subject_id = any(?)
                """,
                Phone.ERASED.number(),
                subjects);
    }

    private record Text(UUID id, String json) {}

    private void rewrite(String table, String key, String column, SqlArrayValue ids, UnaryOperator<String> change) {
        var texts = jdbc.query(
                "select %s as id, %s as json from %s where %s = any(?) and %s is not null"
                        .formatted(key, column, table, key, column),
                (row, n) -> new Text(uuid(row, "id"), row.getString("json")),
                ids);
        jdbc.batchUpdate(
                "update %s set %s = ? where %s = ?".formatted(table, column, key),
                texts.stream()
                        .map(text -> new Object[] {changed(text.json(), change), text.id()})
                        .toList());
    }

    /** Nothing of what cannot be read: it may be about the payer, and must not hold up the erasure of others. */
    private static String changed(String json, UnaryOperator<String> change) {
        try {
            return change.apply(json);
        } catch (RuntimeException e) {
            return "{}";
        }
    }

    private static SqlArrayValue ids(List<UUID> ids) {
        return Arrays.uuids(ids, id -> id);
    }
}
