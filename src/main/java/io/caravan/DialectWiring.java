package io.caravan;

import io.caravan.core.callback.CallbackForm;
import io.caravan.core.page.PageLinks;
import io.caravan.dialect.mobilepay.MobilePay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The public APIs, under the names by which routes call them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class DialectWiring {

    @Bean
    MobilePay mobilePay(
            @Value("${caravan.public-url}") String publicUrl, PageLinks pageLinks, CaravanProperties properties) {
        return new MobilePay(
                publicUrl.replaceFirst("/+$", ""),
                pageLinks,
                properties.invoices().daily());
    }

    @Bean
    CallbackForm mobilePayCallbacks(MobilePay mobilePay, CallbackProperties properties) {
        return mobilePay.callbacks(properties.mobilepay().gather());
    }
}
