package io.caravan;

import io.caravan.dialect.mobilepay.MobilePay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The public APIs, under the names by which routes call them. */
@Configuration(proxyBeanMethods = false)
class DialectWiring {

    @Bean
    MobilePay mobilePay(@Value("${caravan.public-url}") String publicUrl, CaravanProperties properties) {
        return new MobilePay(
                publicUrl.replaceFirst("/+$", ""), properties.invoices().daily());
    }
}
