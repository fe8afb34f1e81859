package io.caravan;

import io.caravan.core.access.AccountKeys;
import io.caravan.core.access.CheckoutKeys;
import io.caravan.core.access.Enrollment;
import io.caravan.core.access.Subscriptions;
import io.caravan.core.partner.Partners;
import io.caravan.core.payer.Payers;
import io.caravan.core.paymentinvoice.Services;
import io.caravan.core.profile.Profiles;
import io.caravan.sandbox.SandboxIdentities;
import io.caravan.sandbox.SandboxPartners;
import io.caravan.sandbox.SandboxPayers;
import io.caravan.sandbox.SandboxPaymentInvoices;
import io.caravan.sandbox.SandboxProfiles;
import io.caravan.sandbox.SandboxSalesUnits;
import io.caravan.store.JdbcEnrollments;
import io.caravan.store.Sealer;
import io.caravan.store.TransactionalJdbc;
import io.caravan.usecase.setup.Enroll;
import io.caravan.usecase.setup.EnrollAccountKeys;
import io.caravan.usecase.setup.EnrollCheckoutKey;
import io.caravan.usecase.setup.EnrollPartner;
import io.caravan.usecase.setup.EnrollProfile;
import io.caravan.usecase.setup.EnrollSalesUnit;
import io.caravan.usecase.setup.EnrollService;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** The identities that everybody knows, enrolled before the first request comes. */
@Profile("sandbox")
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    SandboxIdentities.class,
    SandboxPartners.class,
    SandboxSalesUnits.class,
    SandboxPaymentInvoices.class
})
class SandboxWiring {

    @Bean
    Enroll enroll(
            Transactions transactions,
            TransactionalJdbc jdbc,
            Sealer sealer,
            Clock realTime,
            SandboxIdentities identities) {
        var enroll = transactions.around(new Enroll(new JdbcEnrollments(jdbc, sealer, realTime)));
        enroll.enroll(identities.enrollment());
        return enroll;
    }

    /** After those whose partners they are. */
    @Bean
    EnrollPartner enrollPartner(
            Transactions transactions, Partners partners, Enroll enroll, SandboxPartners sandboxPartners) {
        var enrollPartner = transactions.around(new EnrollPartner(partners));
        sandboxPartners.forEach(enrollPartner::enroll);
        return enrollPartner;
    }

    /** After the merchants whose sales units they are. */
    @Bean
    EnrollSalesUnit enrollSalesUnit(
            Transactions transactions, Subscriptions subscriptions, Enroll enroll, SandboxSalesUnits salesUnits) {
        var enrollSalesUnit = transactions.around(new EnrollSalesUnit(subscriptions));
        salesUnits.forEach(enrollSalesUnit::enroll);
        return enrollSalesUnit;
    }

    /** After the payers whose profiles they are. */
    @Bean
    EnrollProfile enrollProfile(
            Transactions transactions,
            @Qualifier("profiles") Profiles listed,
            Enroll enroll,
            SandboxSalesUnits salesUnits) {
        var enrollProfile = transactions.around(new EnrollProfile(listed));
        salesUnits.forEachProfile(enrollProfile::enroll);
        return enrollProfile;
    }

    @Bean
    @Primary
    Profiles sandboxProfiles(@Qualifier("profiles") Profiles listed, Payers payers) {
        return new SandboxProfiles(listed, payers);
    }

    @Bean
    EnrollService enrollService(
            Transactions transactions, Services services, SandboxPaymentInvoices sandboxPaymentInvoices) {
        var enrollService = transactions.around(new EnrollService(services));
        sandboxPaymentInvoices.inWords().forEach(enrollService::enroll);
        return enrollService;
    }

    /** After the accounts whose keys they are. */
    @Bean
    EnrollAccountKeys enrollAccountKeys(
            Transactions transactions,
            AccountKeys accountKeys,
            Enroll enroll,
            SandboxPaymentInvoices sandboxPaymentInvoices) {
        var enrollKeys = transactions.around(new EnrollAccountKeys(accountKeys));
        sandboxPaymentInvoices
                .accounts()
                .forEach(account -> enrollKeys.enroll(account.id(), account.testKey(), account.liveKey()));
        enroll.enroll(
                new Enrollment(List.of(), List.of(), List.of(), List.of(), List.of(), sandboxPaymentInvoices.hooks()));
        return enrollKeys;
    }

    /** After the accounts whose keys they are. */
    @Bean
    EnrollCheckoutKey enrollCheckoutKey(
            Transactions transactions,
            CheckoutKeys checkoutKeys,
            Enroll enroll,
            SandboxPaymentInvoices sandboxPaymentInvoices) {
        var enrollKey = transactions.around(new EnrollCheckoutKey(checkoutKeys));
        sandboxPaymentInvoices.checkoutKeys().forEach(enrollKey::enroll);
        return enrollKey;
    }

    @Bean
    @Primary
    Payers sandboxPayers(@Qualifier("payers") Payers listed, SandboxIdentities identities) {
        return new SandboxPayers(listed, identities.ranges());
    }
}
