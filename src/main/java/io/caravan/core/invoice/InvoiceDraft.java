package io.caravan.core.invoice;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** An invoice as the merchant sent it, well-formed, before any rule has been looked at. */
public record InvoiceDraft(
        Dialect dialect,
        Delivery delivery,
        IssuerId issuer,
        Optional<Phone> phone,
        Money total,
        LocalDate dueDate,
        InvoiceDocument document) {

    public InvoiceDraft {
        Objects.requireNonNull(dialect);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(phone);
        Objects.requireNonNull(total);
        Objects.requireNonNull(dueDate);
        Objects.requireNonNull(document);
        if (delivery == Delivery.DIRECT && phone.isEmpty()) {
            throw new IllegalArgumentException("an invoice sent directly needs a phone number");
        }
    }

    /** SHA-256 over the merchant and all fields: the same for two drafts exactly when they say the same. */
    public byte[] fingerprint(MerchantId merchant) {
        var print = new Fingerprint()
                .add(merchant.toString())
                .add(dialect.name())
                .add(delivery.name())
                .add(issuer.toString())
                .add(phone.map(Phone::number))
                .add(total.toString())
                .add(dueDate.toString());
        return print.add(document).digest();
    }
}
