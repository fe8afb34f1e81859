package io.caravan;

import io.caravan.core.access.Operators;
import io.caravan.core.access.Passwords;
import io.caravan.core.access.Secrets;
import io.caravan.core.ops.Acts;
import io.caravan.core.setup.DoneForms;
import io.caravan.core.setup.SetupStores;
import io.caravan.ops.setup.SecretDesk;
import io.caravan.ops.setup.SetupDesk;
import io.caravan.ops.setup.SetupReader;
import io.caravan.ops.setup.ThingDesk;
import io.caravan.store.JdbcAccountKeys;
import io.caravan.store.JdbcCheckoutKeys;
import io.caravan.store.JdbcClients;
import io.caravan.store.JdbcDoneForms;
import io.caravan.store.JdbcEndpoints;
import io.caravan.store.JdbcEnrollments;
import io.caravan.store.JdbcMerchants;
import io.caravan.store.JdbcOperators;
import io.caravan.store.JdbcPartners;
import io.caravan.store.JdbcPayers;
import io.caravan.store.JdbcProfiles;
import io.caravan.store.JdbcSalesUnits;
import io.caravan.store.JdbcSecrets;
import io.caravan.store.JdbcServices;
import io.caravan.store.JdbcSetups;
import io.caravan.store.JdbcThings;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.access.FindOperator;
import io.caravan.usecase.setup.ApplySetup;
import io.caravan.usecase.setup.DescribeThing;
import io.caravan.usecase.setup.ExportSetup;
import io.caravan.usecase.setup.ListOldSecrets;
import io.caravan.usecase.setup.ListThings;
import io.caravan.usecase.setup.PurgeForms;
import io.caravan.usecase.setup.RehearseSetup;
import io.caravan.usecase.setup.RotateSecret;
import io.caravan.usecase.setup.ShowDone;
import io.caravan.usecase.setup.SubmitRotation;
import io.caravan.usecase.setup.SubmitSetup;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Who takes part: how that is set up, and how secrets are replaced. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class SetupWiring {

    @Bean
    Operators operatorAccounts(TransactionalJdbc jdbc) {
        return new JdbcOperators(jdbc);
    }

    @Bean
    Secrets secrets(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcSecrets(jdbc, sealer);
    }

    /** The rows themselves, without those that the sandbox knows by rule. */
    @Bean
    SetupStores setupStores(
            TransactionalJdbc jdbc, Sealer sealer, Operators operators, Secrets secrets, Clock realTime) {
        return new SetupStores(
                new JdbcSetups(jdbc),
                new JdbcThings(jdbc),
                new JdbcMerchants(jdbc),
                new JdbcEnrollments(jdbc, sealer, realTime),
                new JdbcEndpoints(jdbc, sealer),
                new JdbcClients(jdbc, realTime),
                new JdbcAccountKeys(jdbc, sealer, realTime),
                new JdbcCheckoutKeys(jdbc),
                new JdbcSalesUnits(jdbc, realTime),
                new JdbcPartners(jdbc, sealer, realTime),
                new JdbcServices(jdbc),
                new JdbcPayers(jdbc),
                new JdbcProfiles(jdbc),
                operators,
                secrets);
    }

    @Bean
    ApplySetup applySetup(
            Transactions transactions,
            SetupStores stores,
            CredentialProperties credentials,
            Acts acts,
            Clock realTime) {
        return transactions.around(new ApplySetup(stores, passwords(), credentials.overlap(), acts, realTime));
    }

    @Bean
    DoneForms doneForms(TransactionalJdbc jdbc, Sealer sealer) {
        return new JdbcDoneForms(jdbc, sealer);
    }

    @Bean
    SubmitSetup submitSetup(
            Transactions transactions,
            SetupStores stores,
            DoneForms forms,
            CredentialProperties credentials,
            Acts acts,
            Clock realTime) {
        return transactions.around(new SubmitSetup(
                stores.setups(),
                forms,
                new DescribeThing(stores),
                new ApplySetup(stores, passwords(), credentials.overlap(), acts, realTime),
                realTime));
    }

    @Bean
    SubmitRotation submitRotation(
            Transactions transactions, SetupStores stores, DoneForms forms, Acts acts, Clock realTime) {
        return transactions.around(new SubmitRotation(
                stores.setups(), forms, new RotateSecret(stores.setups(), stores.secrets(), acts, realTime), realTime));
    }

    @Bean
    ShowDone showDone(Transactions transactions, DoneForms forms, Clock realTime) {
        return transactions.around(new ShowDone(forms, realTime));
    }

    @Bean
    PurgeForms purgeForms(Transactions transactions, DoneForms forms, Clock realTime) {
        return transactions.around(new PurgeForms(forms, realTime));
    }

    @Bean
    DescribeThing describeThing(Transactions transactions, SetupStores stores) {
        return transactions.around(new DescribeThing(stores));
    }

    @Bean
    ListThings listThings(Transactions transactions, SetupStores stores) {
        return transactions.around(new ListThings(stores.things()));
    }

    @Bean
    ExportSetup exportSetup(Transactions transactions, SetupStores stores, Acts acts, Clock realTime) {
        return transactions.around(new ExportSetup(stores, acts, realTime));
    }

    @Bean
    RehearseSetup rehearseSetup(
            Transactions transactions,
            SetupStores stores,
            CredentialProperties credentials,
            Acts acts,
            Clock realTime) {
        return transactions.around(
                new RehearseSetup(new ApplySetup(stores, passwords(), credentials.overlap(), acts, realTime)));
    }

    @Bean
    RotateSecret rotateSecret(
            Transactions transactions, TransactionalJdbc jdbc, Secrets secrets, Acts acts, Clock realTime) {
        return transactions.around(new RotateSecret(new JdbcSetups(jdbc), secrets, acts, realTime));
    }

    @Bean
    ListOldSecrets listOldSecrets(Transactions transactions, Secrets secrets, Clock realTime) {
        return transactions.around(new ListOldSecrets(secrets, realTime));
    }

    @Bean
    FindOperator findOperator(Transactions transactions, Operators operators) {
        return transactions.around(new FindOperator(operators));
    }

    /** For the console, where no setting can be named: whoever may set things up may not read keys. */
    @Bean
    SetupReader consoleSetupReader() {
        return new SetupReader(SetupWiring::refuse, SetupRun.SHORTEST_SECRET);
    }

    @Bean
    SetupDesk setupDesk(
            SetupReader reader, RehearseSetup rehearseSetup, SubmitSetup submitSetup, ExportSetup exportSetup) {
        return new SetupDesk(reader, rehearseSetup, submitSetup, exportSetup);
    }

    @Bean
    ThingDesk thingDesk(
            SetupReader reader,
            DescribeThing describeThing,
            ListThings listThings,
            RehearseSetup rehearseSetup,
            SubmitSetup submitSetup) {
        return new ThingDesk(reader, describeThing, listThings, rehearseSetup, submitSetup);
    }

    @Bean
    SecretDesk secretDesk(SubmitRotation submitRotation, ListOldSecrets listOldSecrets) {
        return new SecretDesk(submitRotation, listOldSecrets);
    }

    private static String refuse(String text) {
        throw new IllegalArgumentException("a setting is named");
    }

    private static Passwords passwords() {
        var bcrypt = new BCryptPasswordEncoder();
        return new Passwords() {
            @Override
            public String hash(String password) {
                return bcrypt.encode(password);
            }

            @Override
            public boolean matches(String password, String hash) {
                return bcrypt.matches(password, hash);
            }
        };
    }
}
