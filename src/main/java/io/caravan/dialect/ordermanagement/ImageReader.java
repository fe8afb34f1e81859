package io.caravan.dialect.ordermanagement;

import io.caravan.core.order.ImageRequest;
import io.caravan.core.order.OrderImage;
import io.caravan.core.salesunit.SalesUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Reads pictures; of a picture no more than its beginning, which tells how large it is. */
final class ImageReader {

    private static final int LEAST_HEIGHT = 167;
    private static final int LARGEST = 2 << 20;
    private static final int LONGEST_SOURCE = 3 << 20;

    private ImageReader() {}

    private record Picture(String mediaType, int height) {}

    static ImageRequest read(byte[] body, SalesUnit unit) {
        var fields = Json.fields(body);
        var id = fields.required("imageId", fields.text("imageId", 0, 200));
        if (id.filter(text -> !CategoryReader.IMAGE.matcher(text).matches()).isPresent()) {
            fields.wrong("imageId", CategoryReader.IMAGE_FORM);
        }
        var type = fields.required("type", fields.text("type", 0, 100));
        if (type.filter(text -> !text.equalsIgnoreCase("base64")).isPresent()) {
            fields.wrong("type", "must be base64");
        }
        var bytes =
                fields.required("src", fields.text("src", 0, LONGEST_SOURCE)).flatMap(ImageReader::decoded);
        if (bytes.isEmpty()) {
            fields.wrong("src", "must be base64");
        }
        var picture = bytes.flatMap(ImageReader::picture);
        if (bytes.filter(some -> some.length > LARGEST).isPresent()) {
            fields.wrong("src", "must be at most 2 MB large");
        } else if (bytes.isPresent() && picture.isEmpty()) {
            fields.wrong("src", "must be a PNG or JPEG image");
        } else if (picture.filter(some -> some.height() < LEAST_HEIGHT).isPresent()) {
            fields.wrong("src", "must be at least " + LEAST_HEIGHT + " pixels high");
        }
        fields.refuseIfAny();
        return new ImageRequest(
                unit, new OrderImage(id.orElseThrow(), picture.orElseThrow().mediaType(), bytes.orElseThrow()));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(text)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Picture> picture(byte[] bytes) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                var format = reader.getFormatName().toLowerCase(Locale.ROOT);
                reader.setInput(input);
                return format.equals("png") || format.equals("jpeg")
                        ? Optional.of(new Picture("image/" + format, reader.getHeight(0)))
                        : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
