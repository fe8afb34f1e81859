package io.caravan;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The mock endpoints of the sandbox. */
@ConfigurationProperties("caravan.mock")
record MockProperties(
        String url,
        boolean local,
        int port,
        int threads,
        String routes,
        Path folder,
        String serviceUrl,
        String walletClient,
        String walletSecret,
        String pspSecret,
        String carrierSecret,
        String bankSecret,
        String smsSecret,
        Map<String, String> callbackSecrets) {}
