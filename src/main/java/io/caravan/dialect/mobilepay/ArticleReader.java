package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.InvoiceReader.amount;

import io.caravan.core.invoice.Article;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of an invoice. */
final class ArticleReader {

    private static final int QUANTITY_DECIMALS = 10;

    private ArticleReader() {}

    static List<Article> read(Fields fields) {
        var articles = new ArrayList<Article>();
        for (var article : fields.objects("InvoiceArticles")) {
            articles.add(article(article));
        }
        if (fields.isEmpty("InvoiceArticles")) {
            fields.wrong("InvoiceArticles", "must have at least one article");
        }
        return articles;
    }

    private static Article article(Fields fields) {
        return new Article(
                fields.text("ArticleNumber"),
                fields.required("ArticleDescription", fields.text("ArticleDescription"))
                        .orElse(""),
                amount(fields, "VATRate"),
                amount(fields, "TotalVATAmount"),
                amount(fields, "TotalPriceIncludingVat"),
                fields.text("Unit"),
                fields.amount("Quantity", QUANTITY_DECIMALS),
                fields.amount("PricePerUnit", QUANTITY_DECIMALS),
                amount(fields, "PriceReduction"),
                amount(fields, "PriceDiscount"),
                amount(fields, "Bonus"));
    }
}
