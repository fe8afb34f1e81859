package io.caravan.dialect.ordermanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caravan.core.access.Caller;
import io.caravan.core.access.Scope;
import io.caravan.core.dialect.Answer;
import io.caravan.core.merchant.Merchant;
import io.caravan.core.order.Category;
import io.caravan.core.order.OrderDetails;
import io.caravan.core.order.OrderId;
import io.caravan.core.problem.Forbidden;
import io.caravan.core.problem.InvalidInput;
import io.caravan.core.problem.Problem;
import io.caravan.core.problem.ProblemCode;
import io.caravan.core.salesunit.SalesUnit;
import io.caravan.core.salesunit.SalesUnitSettings;
import io.caravan.support.Fixtures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderManagementTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Merchant MERCHANT = Fixtures.aMerchant();
    private static final SalesUnit UNIT = new SalesUnit(
            "123456",
            MERCHANT.id(),
            "Shop",
            new SalesUnitSettings(true, true, false, Duration.ofDays(60), false, true));

    private final OrderManagement api = new OrderManagement();
    private final Caller caller =
            new Caller("shop", Optional.of(MERCHANT), Optional.empty(), Set.of(Scope.INVOICE)).of(UNIT);

    @Test
    void aReceiptIsShownAsItWasRead() throws IOException {
        var receipt = api.receipt(golden("receipt.json"));
        var link = new Category(
                UUID.randomUUID(),
                OrderId.ofPayment("123456", "order-1"),
                Category.Kind.GENERAL,
                "https://www.vipps.no",
                Optional.empty());

        var shown = api.showOrder(new OrderDetails(Optional.of(link), Optional.of(receipt)));

        var expected = new String(golden("order.json"), StandardCharsets.UTF_8)
                .replace("${receipt}", new String(golden("receipt.json"), StandardCharsets.UTF_8));
        assertThat(json(shown)).isEqualTo(JSON.readTree(expected));
        assertThat(receipt.total()).isEqualTo(10_500);
    }

    @Test
    void theLinkOfTheDocumentationIsReadForTheOrderInThePath() throws IOException {
        var request = api.readCategory(golden("category.json"), caller, "eCom", "acme-shop-123-order123abc");

        assertThat(request.order()).isEqualTo(OrderId.ofPayment("123456", "acme-shop-123-order123abc"));
        assertThat(request.kind()).isEqualTo(Category.Kind.GENERAL);
        assertThat(request.url()).isEqualTo("https://www.vipps.no");
        assertThat(request.image()).isEmpty();
    }

    @Test
    void idsAreAnsweredAsJsonStrings() {
        var id = UUID.fromString("c06c4afe-d9e1-4c5d-939a-177d752a0944");

        assertThat(text(api.showPutCategory(id))).isEqualTo("\"c06c4afe-d9e1-4c5d-939a-177d752a0944\"");
        assertThat(api.showPutCategory(id).status()).isEqualTo(200);
        assertThat(text(api.showNewReceipt(id))).isEqualTo("\"c06c4afe-d9e1-4c5d-939a-177d752a0944\"");
        assertThat(api.showNewReceipt(id).status()).isEqualTo(201);
        assertThat(text(api.showNewCategory(id)))
                .isEqualTo("{\"categoryId\":\"c06c4afe-d9e1-4c5d-939a-177d752a0944\"}");
    }

    @Test
    void linksAndPicturesAreAnsweredAsTheyAreDocumented() throws IOException {
        var id = UUID.fromString("c06c4afe-d9e1-4c5d-939a-177d752a0944");
        var link = new Category(
                id,
                OrderId.ofPayment("123456", "acme-shop-123-order123abc"),
                Category.Kind.TICKET,
                "https://shop.example/tickets/1",
                Optional.of("ticket.png"));

        assertSame(api.showNewCategory(id), 201, "made-category.json");
        assertSame(api.showCategory(link), 200, "named-category.json");
        assertSame(api.showImage("ticket.png"), 200, "image.json");
    }

    @Test
    void aRefusalNamesWhatIsWrongAsItIsDocumented() throws IOException {
        var body = new String(picture("png", 167), StandardCharsets.UTF_8).replace("\"base64\"", "\"url\"");
        var refusal = catchThrowableOfType(
                InvalidInput.class, () -> api.readImage(body.getBytes(StandardCharsets.UTF_8), caller));

        assertSame(api.showFailure(refusal, "9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2"), 400, "error.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"totalAmount\": 10000' | '\"totalAmount\": 10001' | orderLines[0].totalTaxAmount",
                "'\"totalAmount\": 10000' | '\"totalAmount\": -1' | orderLines[0].totalAmount",
                "'\"totalAmount\": 10000' | '\"totalAmount\": 1e4' | orderLines[0].totalAmount",
                "'\"totalAmount\": 10000' | '\"totalAmount\": 99999999999999999999' | orderLines[0].totalAmount",
                "'\"name\": \"Shipping\",' | '' | orderLines[1].name",
                "'\"taxRate\": 2500' | '\"taxRate\": 10001' | orderLines[0].taxRate",
                "'\"taxPercentage\": 0,' | '' | orderLines[1].taxRate",
                "'\"quantity\": \"2.5\"' | '\"quantity\": \"2,5\"' | orderLines[0].unitInfo.quantity",
                "'\"quantity\": \"2.5\"' | '\"quantity\": 2.5' | orderLines[0].unitInfo.quantity",
                "'\"KG\"' | '\"kg\"' | orderLines[0].unitInfo.quantityUnit",
                "'\"discount\": 500' | '\"discount\": -1' | orderLines[0].discount",
                "'https://shop.example/boards/1' | 'javascript:alert(1)' | orderLines[0].productUrl",
                "'\"NOK\"' | '\"SEK\"' | bottomLine.currency",
                "'\"currency\": \"NOK\",' | '' | bottomLine.currency",
                "'EAN-13' | 'QR' | bottomLine.barcode.format",
                "'\"tipAmount\": 100' | '\"tipAmount\": \"100\"' | bottomLine.tipAmount",
                "'\"bottomLine\"' | '\"line\"' | bottomLine",
                "'\"orderLines\"' | '\"lines\"' | orderLines"
            })
    void aReceiptWithAFaultIsRefusedAtThePlaceOfTheFault(String good, String bad, String field) throws IOException {
        var receipt = new String(golden("receipt.json"), StandardCharsets.UTF_8);
        assertThat(receipt).contains(good);
        var body = receipt.replace(good, bad).getBytes(StandardCharsets.UTF_8);

        var refusal = catchThrowableOfType(InvalidInput.class, () -> api.receipt(body));

        assertThat(refusal.violations())
                .extracting(InvalidInput.Violation::field)
                .containsExactly(field);
    }

    @Test
    void linesThatDoNotAddUpAreRefusedInTheKnownWords() throws IOException {
        var receipt = new String(golden("receipt.json"), StandardCharsets.UTF_8);
        var body = receipt.replace("\"totalTaxAmount\": 2000", "\"totalTaxAmount\": 1999")
                .getBytes(StandardCharsets.UTF_8);
        var refusal = catchThrowableOfType(InvalidInput.class, () -> api.receipt(body));

        var answer = api.showFailure(refusal, "9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2");

        assertThat(text(answer))
                .isEqualTo("{\"type\":\"https://httpstatuses.io/400\",\"title\":\"Bad Request\",\"detail\":"
                        + "\"Total amount '-' total amount excluding tax don't match order line total tax amount\","
                        + "\"instance\":\"urn:uuid:9b1b4de9-6b0b-4c26-9c85-cc1d0a5f3bb2\",\"invalidParams\":"
                        + "[{\"name\":\"orderLines[0].totalTaxAmount\",\"reason\":"
                        + "\"Total amount '-' total amount excluding tax don't match order line total tax amount\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"orderLines\":[],\"bottomLine\":{\"currency\":\"NOK\"}}",
                "{\"orderLines\":{},\"bottomLine\":{\"currency\":\"NOK\"}}",
                "{\"orderLines\":[1],\"bottomLine\":{\"currency\":\"NOK\"}}",
                "{}",
                "[]",
                "\"\"",
                "{"
            })
    void whatIsNoReceiptIsRefused(String body) {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> api.receipt(body.getBytes(StandardCharsets.UTF_8))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"ecom, a b", "ecom, a/b", "ecom, ''", "card, order-1", "'', order-1"})
    void anOrderThatCannotBeIsRefused(String type, String number) {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> api.readOrder(caller, type, number)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/invoices/1", "https://", "https://user@shop.example/", "x y"})
    void aLinkThatLeadsNowhereGoodIsRefused(String url) {
        var body = "{\"category\":\"GENERAL\",\"orderDetailsUrl\":\"%s\"}".formatted(url);

        var refusal = catchThrowableOfType(
                InvalidInput.class,
                () -> api.readCategory(body.getBytes(StandardCharsets.UTF_8), caller, "ecom", "order-1"));

        assertThat(refusal.violations())
                .extracting(InvalidInput.Violation::field)
                .containsExactly("orderDetailsUrl");
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg"})
    void picturesAreTakenFromAHeightOn(String format, String mediaType) throws IOException {
        assertThat(api.readImage(picture(format, 167), caller).image().mediaType())
                .isEqualTo(mediaType);
        assertThat(catchThrowableOfType(InvalidInput.class, () -> api.readImage(picture(format, 166), caller))
                        .violations())
                .extracting(InvalidInput.Violation::message)
                .containsExactly("must be at least 167 pixels high");
    }

    @Test
    void otherPicturesAreRefused() throws IOException {
        assertThat(catchThrowableOfType(InvalidInput.class, () -> api.readImage(picture("gif", 200), caller)))
                .isNotNull();
        var noPicture = "{\"imageId\":\"logo\",\"type\":\"base64\",\"src\":\"%s\"}".formatted("AAAA".repeat(100));
        assertThat(catchThrowableOfType(
                        InvalidInput.class, () -> api.readImage(noPicture.getBytes(StandardCharsets.UTF_8), caller)))
                .isNotNull();
        var large = "{\"imageId\":\"logo\",\"type\":\"base64\",\"src\":\"%s\"}".formatted("AAAA".repeat(700_000));
        assertThat(catchThrowableOfType(
                                InvalidInput.class, () -> api.readImage(large.getBytes(StandardCharsets.UTF_8), caller))
                        .violations())
                .extracting(InvalidInput.Violation::message)
                .containsExactly("must be at most 2 MB large");
    }

    @Test
    void problemsHaveTheirStatus() {
        assertThat(status(ProblemCode.RECEIPT_EXISTS)).isEqualTo(409);
        assertThat(status(ProblemCode.IMAGE_EXISTS)).isEqualTo(409);
        assertThat(status(ProblemCode.ORDER_UNKNOWN)).isEqualTo(404);
        assertThat(api.showFailure(new Forbidden(), "x").status()).isEqualTo(403);
        assertThat(text(api.showFailure(new IllegalStateException("secret"), "x")))
                .doesNotContain("secret");
    }

    private int status(ProblemCode code) {
        return api.showFailure(Problem.of(code, "x"), "x").status();
    }

    private static byte[] picture(String format, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        var source = Base64.getEncoder().encodeToString(bytes.toByteArray());
        return "{\"imageId\":\"logo\",\"type\":\"base64\",\"src\":\"%s\"}"
                .formatted(source)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] golden(String name) throws IOException {
        try (var file = OrderManagementTests.class.getResourceAsStream("/golden/ordermanagement/" + name)) {
            return file.readAllBytes();
        }
    }

    private static void assertSame(Answer answer, int status, String name) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(text(answer)).isEqualTo(JSON.readTree(golden(name)).toString());
    }

    private static JsonNode json(Answer answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
