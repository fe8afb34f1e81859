package io.caravan;

import io.caravan.core.callback.CallbackForm;
import io.caravan.core.page.PageLinks;
import io.caravan.core.sms.SmsWords;
import io.caravan.dialect.epayment.EPayment;
import io.caravan.dialect.mobilepay.MobilePay;
import io.caravan.dialect.ordermanagement.OrderManagement;
import io.caravan.dialect.paymentinvoices.PaymentInvoices;
import io.caravan.dialect.userinfo.UserInfo;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;

/** The public APIs, under the names by which routes call them. */
@Configuration(proxyBeanMethods = false)
@Profile("!mocks")
class DialectWiring {

    /** Before what covers all that is left of /api. */
    @Bean
    @Order(0)
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

    @Bean
    SmsWords mobilePaySms(MobilePay mobilePay) {
        return mobilePay.sms();
    }

    @Bean
    @Order(0)
    PaymentInvoices paymentInvoices(PageProperties pages) {
        return new PaymentInvoices(pages.baseUrl().replaceFirst("/+$", ""));
    }

    @Bean
    EPayment ePayment(PageLinks pageLinks, EPaymentProperties properties) {
        return new EPayment(pageLinks, properties.nativePrefix());
    }

    @Bean
    OrderManagement orderManagement() {
        return new OrderManagement();
    }

    @Bean
    UserInfo userInfo() {
        return new UserInfo();
    }
}
