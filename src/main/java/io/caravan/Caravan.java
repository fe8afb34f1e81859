package io.caravan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The service. Its wiring is in this package alone: those below it, most of all classes, are not searched for any. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        resourcePattern = "*.class",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@EnableConfigurationProperties({
    BankProperties.class,
    CallbackProperties.class,
    CaravanProperties.class,
    CarrierProperties.class,
    CredentialProperties.class,
    DoorProperties.class,
    EPaymentProperties.class,
    KeyProperties.class,
    MessagingProperties.class,
    MockProperties.class,
    OperatorProperties.class,
    PageProperties.class,
    PaymentInvoiceProperties.class,
    PrivacyProperties.class,
    PspProperties.class,
    ScheduleProperties.class,
    SmsProperties.class,
    VisitProperties.class
})
public class Caravan {

    public static void main(String[] args) {
        if (SetupRun.isMeant(args)) {
            System.exit(new SetupRun(System.in, System.out, System.err).run(args));
        }
        SpringApplication.run(Caravan.class, args);
    }
}
