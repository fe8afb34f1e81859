package io.caravan.dialect.mobilepay;

import static io.caravan.dialect.mobilepay.Fixtures.aMerchant;
import static io.caravan.dialect.mobilepay.Fixtures.bytes;
import static io.caravan.dialect.mobilepay.Fixtures.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.caravan.core.invoice.Delivery;
import io.caravan.core.payer.Phone;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.InvalidInput.Violation;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceReaderTests {

    static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDocumentedInvoiceIsReadWhole() {
        var draft = read(Golden.read("create-invoice.json"));

        assertThat(draft.issuer()).hasToString("efd08c19-24cf-4833-a4a4-bfa7bd58fbb2");
        assertThat(draft.phone()).contains(new Phone("+4577007700"));
        assertThat(draft.total()).hasToString("360.00 DKK");
        assertThat(draft.dueDate()).isEqualTo(LocalDate.of(2018, 3, 12));
        var document = draft.document();
        assertThat(document.consumerName()).contains("Consumer Name");
        assertThat(document.totalVatAmount()).contains(new BigDecimal("72"));
        assertThat(document.consumerAddressLines())
                .containsExactly("Paradisæblevej 13", "CC-1234 Andeby", "WONDERLAND");
        assertThat(document.deliveryAddressLines())
                .startsWith("Østerbrogade 120")
                .hasSize(3);
        assertThat(document.invoiceNumber()).contains("301");
        assertThat(document.issueDate()).contains(LocalDate.of(2018, 2, 12));
        assertThat(document.orderDate()).contains(LocalDate.of(2018, 2, 5));
        assertThat(document.deliveryDate()).contains(LocalDate.of(2018, 2, 10));
        assertThat(document.comment()).contains("Any comment");
        assertThat(document.merchantContactName()).contains("Snowboard gear shop");
        assertThat(document.merchantOrderNumber()).contains("938");
        assertThat(document.buyerOrderNumber()).contains("631");
        assertThat(document.paymentReference()).contains("186");
        assertThat(document.invoiceUrl()).isEmpty();
        var article = document.articles().get(0);
        assertThat(article.number()).contains("1-123");
        assertThat(article.description()).isEqualTo("Process Flying V Snowboard");
        assertThat(article.vatRate()).contains(new BigDecimal("25"));
        assertThat(article.totalPriceIncludingVat()).contains(new BigDecimal("360"));
        assertThat(article.unit()).contains("1");
        assertThat(article.quantity()).contains(BigDecimal.ONE);
        assertThat(article.pricePerUnit()).contains(new BigDecimal("288"));
        assertThat(article.bonus()).contains(new BigDecimal("5"));
    }

    @Test
    void keysMayBeWrittenInAnyCase() {
        var lower = Golden.read("create-invoice.json");
        for (var key : List.of("InvoiceIssuer", "ConsumerAlias", "AliasType", "TotalVATAmount", "ArticleDescription")) {
            lower = lower.replace("\"" + key + "\"", "\"" + key.toLowerCase(Locale.ROOT) + "\"");
        }

        assertThat(read(lower)).isEqualTo(read(Golden.read("create-invoice.json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                "DueDate": "2018-03-12T23:59:59.7839690+03:00" | DueDate
                "DueDate": "2018-03-12T00:00:00Z"              | DueDate
                "DueDate": "2018-03-12T00:00:00"               | DueDate
                "TotalAmount": 360.00                          | TotalAmount
                "TotalAmount": 3.6e2                           | TotalAmount
                "CountryCode": {"x": [null, true]}             | CountryCode
                "InvoiceUrl": null                             | InvoiceUrl
                "InvoiceUrl": " "                              | InvoiceUrl
                "ConsumerAlias": {"Alias": " +45 77 00 77 00 ", "AliasType": "Phone"} | ConsumerAlias
                """)
    void anotherWayOfWritingTheSameIsReadTheSame(String member, String name) throws IOException {
        assertThat(read(with(member))).as(name).isEqualTo(read(Golden.read("create-invoice.json")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                "InvoiceIssuer": null                | InvoiceIssuer : is required
                "InvoiceIssuer": "1-2-3-4-5"         | InvoiceIssuer : must be a GUID
                "InvoiceIssuer": 1                   | InvoiceIssuer : must be a string
                "ConsumerAlias": null                | ConsumerAlias : is required
                "ConsumerAlias": "+4577007700"       | ConsumerAlias : must be an object
                "ConsumerAlias": {}                  | ConsumerAlias.AliasType : is required, ConsumerAlias.Alias : is required
                "ConsumerAlias": {"Alias": "+4577007700", "AliasType": "Email"} | ConsumerAlias.AliasType : must be Phone
                "ConsumerAlias": {"Alias": "4577007700", "AliasType": "Phone"} | ConsumerAlias.Alias : must be a phone number that starts with + and the country code
                "ConsumerAlias": {"Alias": "+45770077", "AliasType": "Phone"} | ConsumerAlias.Alias : must be a phone number that starts with + and the country code
                "ConsumerAlias": {"Alias": "+45GOFOOD1", "AliasType": "Phone"} | ConsumerAlias.Alias : must be a phone number that starts with + and the country code
                "ConsumerAlias": {"Alias": "+999123456789", "AliasType": "Phone"} | ConsumerAlias.Alias : must be a phone number that starts with + and the country code
                "TotalAmount": null                  | TotalAmount : is required
                "TotalAmount": "360"                 | TotalAmount : must be a number
                "TotalAmount": true                  | TotalAmount : must be a number
                "TotalAmount": 360.001               | TotalAmount : must have at most 2 decimals
                "TotalAmount": 1e-400000000          | TotalAmount : must have at most 2 decimals
                "TotalAmount": 1e400000000           | TotalAmount : must have at most 16 digits before the decimals
                "TotalAmount": 12345678901234567     | TotalAmount : must have at most 16 digits before the decimals
                "TotalVATAmount": "72"               | TotalVatAmount : must be a number
                "TotalVatAmount": 1                  | TotalVatAmount : is given twice
                "totalamount": 360                   | TotalAmount : is given twice
                "DueDate": null                      | DueDate : is required
                "DueDate": 20180312                  | DueDate : must be a string
                "DueDate": "2018-02-30"              | DueDate : must be a date, YYYY-MM-DD
                "DueDate": "12.03.2018"              | DueDate : must be a date, YYYY-MM-DD
                "DueDate": "2018-03-12 10:00"        | DueDate : must be a date, YYYY-MM-DD
                "DueDate": "2018-03-12T25:00:00Z"    | DueDate : must be a date, YYYY-MM-DD
                "IssueDate": "yesterday"             | IssueDate : must be a date, YYYY-MM-DD
                "OrderDate": "2018-3-1"              | OrderDate : must be a date, YYYY-MM-DD
                "DeliveryDate": {}                   | DeliveryDate : must be a string
                "ConsumerName": ["x"]                | ConsumerName : must be a string
                "ConsumerName": "a\\u0000b"          | ConsumerName : has a character that is not allowed
                "ConsumerName": "a\\ud800b"          | ConsumerName : has a character that is not allowed
                "ConsumerName": "\\udc00"            | ConsumerName : has a character that is not allowed
                "ConsumerAddressLines": "x"          | ConsumerAddressLines : must be a list
                "ConsumerAddressLines": ["x", null]  | ConsumerAddressLines : must be a list of strings
                "DeliveryAddressLines": [1]          | DeliveryAddressLines : must be a list of strings
                "DeliveryAddressLines": ["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16","17","18","19","20","21"] | DeliveryAddressLines : must have at most 20 lines
                "InvoiceUrl": "http://example.org/"  | InvoiceUrl : must be an absolute https URL
                "InvoiceUrl": "https:/pdf"           | InvoiceUrl : must be an absolute https URL
                "InvoiceUrl": "/pdf"                 | InvoiceUrl : must be an absolute https URL
                "InvoiceUrl": "https://bank.dk@evil.example/" | InvoiceUrl : must be an absolute https URL
                "InvoiceArticles": null              | InvoiceArticles : must have at least one article
                "InvoiceArticles": []                | InvoiceArticles : must have at least one article
                "InvoiceArticles": {}                | InvoiceArticles : must be a list
                "InvoiceArticles": [null]            | InvoiceArticles[0] : must be an object
                "InvoiceArticles": [{"ArticleDescription": "x"}, {}] | InvoiceArticles[1].ArticleDescription : is required
                "InvoiceArticles": [{"ArticleDescription": ""}] | InvoiceArticles[0].ArticleDescription : is required
                "InvoiceArticles": [{"ArticleDescription": "x", "VATRate": 25.001}] | InvoiceArticles[0].VATRate : must have at most 2 decimals
                "InvoiceArticles": [{"ArticleDescription": "x", "Quantity": 1.12345678901}] | InvoiceArticles[0].Quantity : must have at most 10 decimals
                "InvoiceArticles": [{"ArticleDescription": "x", "Unit": 1, "Bonus": "1"}] | InvoiceArticles[0].Unit : must be a string, InvoiceArticles[0].Bonus : must be a number
                """)
    void aFaultIsTold(String member, String fault) throws IOException {
        assertThat(faults(with(member))).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "PaymentReference, 60",
        "Comment, 4000",
        "InvoiceUrl, 2048",
        "InvoiceNumber, 255",
        "ConsumerName, 255",
        "MerchantContactName, 255"
    })
    void aTextHasALargestLength(String name, int longest) throws IOException {
        var start = name.equals("InvoiceUrl") ? "https://example.org/" : "";
        var fits = start + "x".repeat(longest - start.length());

        assertThat(read(with("\"" + name + "\": \"" + fits + "\""))).isNotNull();
        assertThat(faults(with("\"" + name + "\": \"" + fits + "x\"")))
                .isEqualTo(name + " : must be at most " + longest + " characters long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10e2147483647",
                "1e2147483647",
                "1e-2147483648",
                "-1e2147483648",
                "10e2147483646",
                "1e9999999999",
                "1.0e-2147483647"
            })
    void aNumberBeyondAllSenseIsRefusedAndCostsNothing(String number) {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> read(with("\"TotalAmount\": " + number))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e2147483647", "0e-2147483647", "-0.000"})
    void noughtIsNoughtHoweverItIsWritten(String number) throws IOException {
        assertThat(read(with("\"TotalAmount\": " + number)).total().isPositive())
                .isFalse();
    }

    @Test
    void oneOfNumberAndReferenceIsEnough() throws IOException {
        assertThat(read(with("\"InvoiceNumber\": null")).document().reference()).isEqualTo("186");
        assertThat(read(with("\"PaymentReference\": \"\"")).document().reference())
                .isEqualTo("301");
        var neither =
                with("\"PaymentReference\": null").replace("\"InvoiceNumber\":\"301\"", "\"InvoiceNumber\":\" \"");
        assertThat(faults(neither)).isEqualTo("InvoiceNumber : is required if there is no PaymentReference");
    }

    @Test
    void theDecimalsOfATotalAreThoseOfItsCurrency() {
        var json = Golden.read("create-invoice.json").replace("\"TotalAmount\": 360", "\"TotalAmount\": 360.5");

        var refused = catchThrowableOfType(
                InvalidInput.class,
                () -> InvoiceReader.read(Json.object(bytes(json)), aMerchant("ISK"), Delivery.DIRECT));

        assertThat(refused.violations()).containsExactly(new Violation("TotalAmount", "must have at most 0 decimals"));
    }

    @Test
    void articleAmountsMayBeNegative() throws IOException {
        var article = read(with("\"InvoiceArticles\": [{\"ArticleDescription\": \"x\", \"PriceDiscount\": -5.25}]"))
                .document()
                .articles()
                .get(0);

        assertThat(article.priceDiscount()).contains(new BigDecimal("-5.25"));
    }

    @Test
    void aHundredFaultsAreEnough() {
        var articles = "{},".repeat(1999) + "{}";

        assertThat(faults("{\"InvoiceArticles\":[" + articles + "]}").split(", "))
                .hasSize(100);
    }

    @Test
    void aDocumentThatCannotBeStoredIsRefused() throws IOException {
        assertThat(faults(with(articles(2000, 255)))).isEqualTo(" : is too long to be stored");
        assertThat(read(with(articles(600, 255)))).isNotNull();
    }

    private static String articles(int count, int length) {
        var article = "{\"ArticleDescription\":\"" + "x".repeat(length) + "\",\"ArticleNumber\":\"" + "y".repeat(length)
                + "\",\"Unit\":\"" + "z".repeat(length) + "\"}";
        return "\"InvoiceArticles\":[" + (article + ",").repeat(count - 1) + article + "]";
    }

    private static String faults(String json) {
        return catchThrowableOfType(InvalidInput.class, () -> read(json)).violations().stream()
                .map(fault -> fault.field() + " : " + fault.message())
                .collect(Collectors.joining(", "));
    }

    /** The documented invoice with one member replaced or, if its key is spelt another way, added. */
    private static String with(String member) throws IOException {
        var invoice = (ObjectNode) JSON.readTree(Golden.read("create-invoice.json"));
        var name = member.substring(1, member.indexOf('"', 1));
        invoice.remove(name);
        var rest = JSON.writeValueAsString(invoice);
        return rest.substring(0, rest.length() - 1) + "," + member + "}";
    }
}
