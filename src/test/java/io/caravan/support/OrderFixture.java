package io.caravan.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;

/** What a sales unit tells of its orders. */
public final class OrderFixture {

    private static final String API = "/order-management";

    private OrderFixture() {}

    /** Adds a link to the order; answers its id. */
    public static String link(SalesUnitClient unit, String order, String kind, Optional<String> image) {
        var body = "{\"orderId\": \"%s\", \"paymentType\": \"ecom\", \"type\": \"%s\", \"url\": \"%s\"%s}"
                .formatted(
                        order,
                        kind,
                        url(kind),
                        image.map(id -> ", \"imageId\": \"" + id + "\"").orElse(""));
        var made = unit.send("POST", API + "/v3/categories", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("categoryId").asText();
    }

    /** Where links of this kind lead. */
    public static String url(String kind) {
        return "https://shop.example/" + kind;
    }

    /** Stores a picture of 200 by 170 pixels; answers its id. */
    public static String picture(SalesUnitClient unit) {
        var id = "picture-" + UUID.randomUUID();
        var stored = unit.send(
                "POST",
                API + "/v1/images",
                "{\"imageId\": \"%s\", \"type\": \"base64\", \"src\": \"%s\"}".formatted(id, drawn()));
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        return id;
    }

    private static String drawn() {
        var picture = new BufferedImage(200, 170, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(40, 40, 120, 90);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
