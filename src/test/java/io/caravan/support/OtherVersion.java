package io.caravan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Caravan as it is in another checkout, where its jar was built.
 *
 * @param folder of the checkout
 */
public record OtherVersion(Path folder) {

    public OtherVersion {
        folder = folder.toAbsolutePath();
    }

    Path jar() {
        try (var files = Files.list(folder.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("caravan-[0-9].*\\.jar"))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + folder + "/target"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path routes() {
        return folder.resolve("routes");
    }

    Path mockEndpoints() {
        return folder.resolve("mock-endpoints");
    }
}
