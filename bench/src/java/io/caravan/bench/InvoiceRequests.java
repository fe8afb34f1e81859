package io.caravan.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests for invoices, one like the other but for the invoice number and the payer. There are a million payers, so
 * the limit of ten invoices a payer and day allows ten million.
 */
final class InvoiceRequests {

    private static final long FIRST_PHONE = 4_571_000_000L;
    private static final int PHONES = 1_000_000;

    /** One count for all, so that no two requests of a run are alike. */
    private static final AtomicLong COUNT = new AtomicLong();

    private final int port;
    private final int head;
    private final String beforePhone;
    private final String beforeNumber;
    private final String end;

    /** Requests to the path, with the header lines (each with its end) that the server wants. */
    InvoiceRequests(int port, String path, String headers) {
        var body = body(LocalDate.now(ZoneOffset.UTC));
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: "
                + body.replace("{phone}", phone(0))
                        .replace("{number}", number(0))
                        .length() + "\r\n\r\n";
        var parts = (head + body).split("\\{phone}|\\{number}");
        this.port = port;
        this.head = head.length();
        this.beforePhone = parts[0];
        this.beforeNumber = parts[1];
        this.end = parts[2];
    }

    int port() {
        return port;
    }

    byte[] next() {
        var n = COUNT.getAndIncrement();
        return (beforePhone + phone(n) + beforeNumber + number(n) + end).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The body alone, of another invoice each time. */
    String nextBody() {
        var n = COUNT.getAndIncrement();
        return (beforePhone + phone(n) + beforeNumber + number(n) + end).substring(head);
    }

    private static String phone(long n) {
        return "+" + (FIRST_PHONE + n % PHONES);
    }

    private static String number(long n) {
        return "B" + (1_000_000_000L + n);
    }

    /** ASCII only, so that its length in characters is its length in bytes. */
    private static String body(LocalDate today) {
        return """
                {"InvoiceIssuer":"%s",\
                "ConsumerAlias":{"Alias":"{phone}","AliasType":"Phone"},\
                "ConsumerName":"Berit Nielsen","TotalAmount":1249.50,"TotalVATAmount":249.90,\
                "ConsumerAddressLines":["Havnegade 21, 2. th","5000 Odense C","Denmark"],\
                "DeliveryAddressLines":["Vestergade 4","5000 Odense C","Denmark"],\
                "InvoiceNumber":"{number}","IssueDate":"%s","DueDate":"%s","OrderDate":"%s","DeliveryDate":"%s",\
                "Comment":"Thank you for your order. Write to us if anything is missing.",\
                "MerchantContactName":"Snowboard gear shop","MerchantOrderNumber":"90417","BuyerOrderNumber":"3308",\
                "InvoiceArticles":[\
                {"ArticleNumber":"SB-154","ArticleDescription":"All-mountain board, 154 cm","VATRate":25,\
                "TotalVATAmount":219.90,"TotalPriceIncludingVat":1099.50,"Unit":"pcs","Quantity":1,\
                "PricePerUnit":879.60,"PriceReduction":0,"PriceDiscount":0,"Bonus":0},\
                {"ArticleNumber":"WX-02","ArticleDescription":"Wax, universal","VATRate":25,\
                "TotalVATAmount":30.00,"TotalPriceIncludingVat":150.00,"Unit":"pcs","Quantity":3,\
                "PricePerUnit":40.00,"PriceReduction":0,"PriceDiscount":0,"Bonus":0}]}"""
                .formatted(
                        Sandbox.ISSUER, today.minusDays(1), today.plusDays(30), today.minusDays(6), today.minusDays(1));
    }
}
