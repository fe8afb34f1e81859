package io.caravan;

import io.caravan.core.merchant.IssuerId;
import io.caravan.core.merchant.Logo;
import io.caravan.usecase.page.PutLogo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The folder in which operators put logos, named after their issuers; it is read once, when the service has started. */
final class LogoFolder implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(LogoFolder.class);

    private final Path folder;
    private final PutLogo putLogo;

    LogoFolder(Path folder, PutLogo putLogo) {
        this.folder = folder;
        this.putLogo = putLogo;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::take);
        } catch (IOException e) {
            LOG.error("The folder of logos cannot be read", e);
        }
    }

    private void take(Path file) {
        var name = file.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", "");
        try {
            var tooLarge = Files.size(file) > Logo.LARGEST;
            var logo = tooLarge ? java.util.Optional.<Logo>empty() : Logo.of(Files.readAllBytes(file));
            var issuer = IssuerId.parse(name);
            if (logo.isEmpty()) {
                LOG.warn("{} is not a PNG or JPEG of at most {} bytes", file, Logo.LARGEST);
            } else if (issuer.isEmpty() || !putLogo.put(issuer.get(), logo.get())) {
                LOG.warn("{} is not named after an issuer", file);
            }
        } catch (IOException e) {
            LOG.error("{} cannot be read", file, e);
        }
    }
}
