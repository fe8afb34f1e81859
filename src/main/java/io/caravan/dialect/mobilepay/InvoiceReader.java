package io.caravan.dialect.mobilepay;

import io.caravan.core.dialect.Dialect;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.invoice.InvoiceDocument;
import io.caravan.core.invoice.InvoiceDraft;
import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.money.Money;
import io.caravan.core.payer.Phone;
import io.caravan.json.Faults;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/** Reads an InvoiceDirect or an InvoiceLink, the same fields but for the payer and the way back. */
final class InvoiceReader {

    private static final int DECIMALS = 2;
    private static final int TOTAL_DIGITS = 18;
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_COMMENT = 4000;
    private static final int MOST_ADDRESS_LINES = 20;

    private InvoiceReader() {}

    /**
     * The invoice in this JSON object.
     *
     * @throws io.caravan.core.problem.InvalidInput all that is wrong with its fields
     */
    static InvoiceDraft read(Map<?, ?> json, Merchant merchant, Delivery delivery) {
        var faults = new Faults();
        var fields = new Fields(json, faults);

        var issuer = fields.required("InvoiceIssuer", fields.guid("InvoiceIssuer"));
        var phone = phone(fields, delivery);
        var total = total(fields, merchant.currency());
        var dueDate = fields.required("DueDate", fields.date("DueDate"));
        var document = document(fields, delivery);
        if (DocumentSize.isTooLarge(document)) {
            fields.wrong("", "is too long to be stored");
        }
        faults.refuseIfAny();

        return new InvoiceDraft(
                Dialect.MOBILEPAY,
                delivery,
                new IssuerId(issuer.orElseThrow()),
                phone,
                total.orElseThrow(),
                dueDate.orElseThrow(),
                document);
    }

    private static Optional<Phone> phone(Fields fields, Delivery delivery) {
        var alias = fields.object("ConsumerAlias");
        if (delivery == Delivery.DIRECT) {
            fields.required("ConsumerAlias", alias);
        }
        return alias.flatMap(InvoiceReader::phone);
    }

    private static Optional<Phone> phone(Fields alias) {
        var type = alias.required("AliasType", alias.text("AliasType"));
        if (type.filter(text -> !text.equals("Phone")).isPresent()) {
            alias.wrong("AliasType", "must be Phone");
        }
        var text = alias.required("Alias", alias.text("Alias"));
        var phone = text.flatMap(Phone::parse);
        if (text.isPresent() && phone.isEmpty()) {
            alias.wrong("Alias", "must be a phone number that starts with + and the country code");
        }
        return phone;
    }

    private static Optional<Money> total(Fields fields, Currency currency) {
        int decimals = currency.getDefaultFractionDigits();
        return fields.required(
                        "TotalAmount",
                        fields.amount("TotalAmount", Math.min(DECIMALS, decimals), TOTAL_DIGITS - decimals))
                .map(amount -> Money.of(amount, currency));
    }

    private static InvoiceDocument document(Fields fields, Delivery delivery) {
        var document = new InvoiceDocument(
                fields.text("ConsumerName"),
                amount(fields, "TotalVatAmount"),
                fields.lines("ConsumerAddressLines", MOST_ADDRESS_LINES),
                fields.lines("DeliveryAddressLines", MOST_ADDRESS_LINES),
                fields.text("InvoiceNumber"),
                fields.date("IssueDate"),
                fields.date("OrderDate"),
                fields.date("DeliveryDate"),
                fields.text("Comment", LONGEST_COMMENT),
                fields.text("MerchantContactName"),
                fields.text("MerchantOrderNumber"),
                fields.text("BuyerOrderNumber"),
                fields.text("PaymentReference", LONGEST_REFERENCE),
                invoiceUrl(fields),
                delivery == Delivery.LINK ? redirectUrl(fields) : Optional.empty(),
                ArticleReader.read(fields));
        if (!fields.has("InvoiceNumber") && !fields.has("PaymentReference")) {
            fields.wrong("InvoiceNumber", "is required if there is no PaymentReference");
        }
        return document;
    }

    static Optional<BigDecimal> amount(Fields fields, String name) {
        return fields.amount(name, DECIMALS);
    }

    private static Optional<String> invoiceUrl(Fields fields) {
        var url = fields.text("InvoiceUrl", Fields.LONGEST_URL);
        if (url.filter(text -> !Urls.isSecure(text)).isPresent()) {
            fields.wrong("InvoiceUrl", "must be an absolute https URL");
        }
        return url;
    }

    private static Optional<String> redirectUrl(Fields fields) {
        var url = fields.text("RedirectUrl", Fields.LONGEST_URL);
        if (url.filter(text -> !Urls.isRedirect(text)).isPresent()) {
            fields.wrong("RedirectUrl", "must be the absolute URL of a web page or an app");
        }
        return url;
    }
}
