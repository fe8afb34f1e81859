package io.caravan;

import static org.assertj.core.api.Assertions.assertThat;

import io.caravan.core.merchant.Logo;
import io.caravan.store.JdbcLogos;
import io.caravan.support.Fixtures;
import io.caravan.support.OnBothDatabases;
import io.caravan.support.StoreFixture;
import io.caravan.usecase.page.PutLogo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Logos on their way from the operators' folder into the database. */
class LogoFolderTests {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1};

    @TempDir
    Path folder;

    @OnBothDatabases
    void aLogoIsTakenAndReplacedAtTheNextStart(StoreFixture store) throws IOException {
        var issuer = store.stored(
                Fixtures.anIssuer(store.stored(Fixtures.aMerchant()).id()));
        var logos = new JdbcLogos(store.jdbc());
        Files.write(folder.resolve(issuer.id() + ".png"), PNG);
        read(store, folder);
        assertThat(store.inTransaction(() -> logos.find(issuer.id()))).contains(new Logo("image/png", PNG));

        Files.write(folder.resolve(issuer.id() + ".png"), JPEG);
        read(store, folder);

        assertThat(store.inTransaction(() -> logos.find(issuer.id()))).contains(new Logo("image/jpeg", JPEG));
    }

    @OnBothDatabases
    void whatIsNoLogoIsLeftAndStopsNothing(StoreFixture store) throws IOException {
        var issuer = store.stored(
                Fixtures.anIssuer(store.stored(Fixtures.aMerchant()).id()));
        var logos = new JdbcLogos(store.jdbc());
        Files.writeString(folder.resolve("0.svg"), "<svg onload='alert(1)'/>");
        Files.write(folder.resolve("00000000-0000-4000-8000-000000000000.png"), PNG);
        Files.write(folder.resolve(issuer.id() + ".jpg"), Arrays.copyOf(JPEG, Logo.LARGEST + 1));
        Files.write(folder.resolve(issuer.id() + ".png"), PNG);

        read(store, folder);
        read(store, folder.resolve("nowhere"));

        assertThat(store.inTransaction(() -> logos.find(issuer.id()))).contains(new Logo("image/png", PNG));
    }

    private static void read(StoreFixture store, Path folder) {
        var transactions = new Transactions(new JdbcTransactionManager(store.dataSource()));
        new LogoFolder(folder, transactions.around(new PutLogo(new JdbcLogos(store.jdbc())))).onApplicationEvent(null);
    }
}
