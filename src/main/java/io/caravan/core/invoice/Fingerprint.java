package io.caravan.core.invoice;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** SHA-256 over a sequence of fields, each written with its length, so that no two sequences look alike. */
final class Fingerprint {

    private static final byte[] ABSENT = {-1, -1, -1, -1};

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Fingerprint add(String field) {
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    /** Numbers are the same whatever zeros they end in: 360 and 360.00. */
    Fingerprint add(Optional<?> field) {
        if (field.isEmpty()) {
            digest.update(ABSENT);
            return this;
        }
        var value = field.get();
        return add(
                value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString());
    }

    Fingerprint add(List<String> lines) {
        digest.update(ByteBuffer.allocate(4).putInt(lines.size()).array());
        lines.forEach(this::add);
        return this;
    }

    Fingerprint add(InvoiceDocument document) {
        add(document.consumerName()).add(document.totalVatAmount());
        add(document.consumerAddressLines()).add(document.deliveryAddressLines());
        add(document.invoiceNumber()).add(document.issueDate()).add(document.orderDate());
        add(document.deliveryDate()).add(document.comment()).add(document.merchantContactName());
        add(document.merchantOrderNumber()).add(document.buyerOrderNumber()).add(document.paymentReference());
        add(document.invoiceUrl()).add(document.redirectUrl());
        digest.update(ByteBuffer.allocate(4).putInt(document.articles().size()).array());
        document.articles().forEach(this::add);
        return this;
    }

    byte[] digest() {
        return digest.digest();
    }

    private void add(Article article) {
        add(article.number()).add(article.description()).add(article.vatRate());
        add(article.totalVatAmount()).add(article.totalPriceIncludingVat()).add(article.unit());
        add(article.quantity()).add(article.pricePerUnit()).add(article.priceReduction());
        add(article.priceDiscount()).add(article.bonus());
    }
}
