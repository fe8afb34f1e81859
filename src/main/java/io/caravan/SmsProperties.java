package io.caravan;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** SMS. Addresses, credentials and timeouts of gateways are read by the files in routes/channel. */
@ConfigurationProperties("caravan.channel.sms")
record SmsProperties(String originator, Reports reports) {

    /** How a gateway that calls us proves that it is one. */
    record Reports(String webhookSecret, String user, String password) {}
}
