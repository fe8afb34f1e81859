package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.paymentinvoice.GivenConfirmation;
import io.caravan.core.paymentinvoice.PaymentInvoice;
import io.caravan.core.paymentinvoice.PaymentInvoiceId;
import io.caravan.core.paymentinvoice.PaymentInvoiceQuery;
import io.caravan.core.paymentinvoice.PaymentInvoiceStatus;
import io.caravan.core.paymentinvoice.PaymentInvoiceTerms;
import io.caravan.core.paymentinvoice.PaymentReference;
import io.caravan.core.paymentinvoice.Requisites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How payment invoices are read, and looked for. */
final class PaymentInvoiceRows {

    static final String SELECT =
            """
            select i.payment_id, i.id, i.merchant_id, i.account, i.reference_id, i.request_hash, i.service, i.test_mode,
                i.reference, i.requisites, i.confirmation, i.expires_at, i.reason, i.terms
            from payment_invoice i
            join payment p on p.id = i.payment_id
            where\s""";

    private final List<Object> values = new ArrayList<>();
    private final StringBuilder condition = new StringBuilder("i.merchant_id = ?");

    PaymentInvoiceRows(PaymentInvoiceQuery query) {
        values.add(query.merchant().value());
        query.reference().ifPresent(reference -> {
            condition.append(" and i.reference_id = ?");
            values.add(reference);
        });
        query.status().ifPresent(status -> condition.append(" and ").append(condition(status)));
    }

    String condition() {
        return condition.toString();
    }

    List<Object> values() {
        return values;
    }

    /** As {@link PaymentInvoiceStatus#of} has it. */
    private static String condition(PaymentInvoiceStatus status) {
        return switch (status) {
            case CREATED -> "p.status = 'CREATED' and i.requisites is null and p.method = 'REQUISITES'";
            case PROCESS_PENDING ->
                "(p.status = 'CREATED' and (i.requisites is not null or p.method <> 'REQUISITES') or "
                        + "p.status = 'AUTHORIZED' and p.captured = 0 and p.cancelled = 0)";
            case PROCESSED -> "p.status = 'AUTHORIZED' and p.refunded = 0 and p.captured >= p.amount";
            case PARTIALLY_PROCESSED ->
                "p.status = 'AUTHORIZED' and p.refunded = 0 and p.captured > 0 " + "and p.captured < p.amount";
            case PARTIALLY_REFUNDED -> "p.status = 'AUTHORIZED' and p.refunded > 0 and p.refunded < p.captured";
            case REFUNDED -> "p.status = 'AUTHORIZED' and p.refunded > 0 and p.refunded = p.captured";
            case PROCESS_FAILED ->
                "(p.status = 'FAILED' or p.status = 'AUTHORIZED' and p.captured = 0 and p.cancelled > 0)";
            case EXPIRED -> "p.status = 'EXPIRED'";
            case TERMINATED -> "p.status in ('ABORTED', 'TERMINATED')";
        };
    }

    static PaymentInvoice invoice(ResultSet row) throws SQLException {
        return new PaymentInvoice(
                new PaymentInvoiceId(row.getString("id")),
                new PaymentId(uuid(row, "payment_id")),
                new MerchantId(uuid(row, "merchant_id")),
                row.getString("account"),
                Optional.ofNullable(row.getString("reference_id")),
                row.getString("request_hash"),
                Optional.ofNullable(row.getString("service")),
                row.getBoolean("test_mode"),
                new PaymentReference(row.getString("reference")),
                Optional.ofNullable(row.getString("requisites")).map(json -> Json.read(json, Requisites.class)),
                Optional.ofNullable(row.getString("confirmation"))
                        .map(json -> Json.read(json, GivenConfirmation.class)),
                instant(row, "expires_at"),
                Optional.ofNullable(row.getString("reason")),
                Json.read(row.getString("terms"), PaymentInvoiceTerms.class));
    }
}
