package io.caravan.dialect.mobilepay;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The JSON that the wallet app gets. */
final class ConsumerWire {

    private ConsumerWire() {}

    /** The answer to an acceptance that went well. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Accepted(UUID invoiceId, String invoicePaymentStatus, Receipt receipt, String redirectUrl) {}

    /** The answer to an acceptance whose payment was refused. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Refused(UUID invoiceId, String invoicePaymentStatus, String errorText) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Rejected(UUID invoiceId) {}

    /** What the payer may keep. Keys without a value are written as null. */
    @JsonNaming(UpperCamelCaseStrategy.class)
    record Receipt(
            String logo,
            String invoiceIssuerName,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate paymentDate,
            BigDecimal totalAmount,
            String status,
            int paymentSourceType,
            TransactionDetails transactionDetails,
            Object cardDetails,
            Object accountDetails,
            String invoiceUrl,
            int urlType,
            String invoiceNumber,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate issueDate,
            @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate dueDate,
            String comment,
            List<Article> invoiceArticles,
            List<VatTotal> invoiceVatTotals,
            String currencyCode,
            BigDecimal totalAmountExcludingVat,
            BigDecimal totalVatAmount,
            UUID merchantId,
            UUID invoiceIssuerId,
            String invoiceIssuerAddress,
            String invoiceIssuerZipcode,
            String invoiceIssuerCity,
            String merchantIsoCountryCode,
            String merchantVatNumber) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record TransactionDetails(UUID transactionId, String transactionType) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record Article(
            String articleNumber,
            String articleDescription,
            BigDecimal totalPriceIncludingVat,
            BigDecimal quantity,
            BigDecimal pricePerUnit) {}

    @JsonNaming(UpperCamelCaseStrategy.class)
    record VatTotal(BigDecimal vatRate, BigDecimal totalVatAmount) {}
}
