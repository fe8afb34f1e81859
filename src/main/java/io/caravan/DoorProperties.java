package io.caravan;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** What comes in; application.yml says what each setting does. */
@ConfigurationProperties("caravan.door")
record DoorProperties(DataSize largestBody, String issuer) {}
