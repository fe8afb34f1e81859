package io.caravan.dialect.mobilepay;

import io.caravan.core.invoice.Article;
import io.caravan.core.invoice.InvoiceDocument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether what an invoice says to people can be stored. Counts a little more than is stored, never less. */
final class DocumentSize {

    /** Characters of JSON that the column takes. */
    static final int LARGEST = 1_000_000;

    /** Keys, quotes, commas and dates of a document, and the same of an article. */
    private static final int FRAME = 500;

    private static final int ARTICLE_FRAME = 250;
    private static final int ESCAPED = 6;

    private DocumentSize() {}

    static boolean isTooLarge(InvoiceDocument document) {
        return size(document) > LARGEST;
    }

    private static long size(InvoiceDocument document) {
        return FRAME
                + texts(
                        document.consumerName(),
                        document.invoiceNumber(),
                        document.comment(),
                        document.merchantContactName(),
                        document.merchantOrderNumber(),
                        document.buyerOrderNumber(),
                        document.paymentReference(),
                        document.invoiceUrl(),
                        document.redirectUrl())
                + numbers(document.totalVatAmount())
                + lines(document.consumerAddressLines())
                + lines(document.deliveryAddressLines())
                + document.articles().stream().mapToLong(DocumentSize::size).sum();
    }

    private static long size(Article article) {
        return ARTICLE_FRAME
                + texts(article.number(), Optional.of(article.description()), article.unit())
                + numbers(
                        article.vatRate(),
                        article.totalVatAmount(),
                        article.totalPriceIncludingVat(),
                        article.quantity(),
                        article.pricePerUnit(),
                        article.priceReduction(),
                        article.priceDiscount(),
                        article.bonus());
    }

    private static long lines(List<String> lines) {
        return lines.stream().mapToLong(line -> size(line) + 3).sum();
    }

    @SafeVarargs
    private static long texts(Optional<String>... texts) {
        long size = 0;
        for (var text : texts) {
            size += text.map(DocumentSize::size).orElse(0L);
        }
        return size;
    }

    @SafeVarargs
    private static long numbers(Optional<BigDecimal>... numbers) {
        long size = 0;
        for (var number : numbers) {
            size += number.map(n -> n.precision() + (long) Math.max(n.scale(), 0) + 3)
                    .orElse(0L);
        }
        return size;
    }

    private static long size(String text) {
        long size = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            size += c < ' ' ? ESCAPED - 1 : c == '"' || c == '\\' ? 1 : 0;
        }
        return size;
    }
}
