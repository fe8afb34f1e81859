package io.caravan;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The keys that seal secrets in the database; application.yml says more. */
@ConfigurationProperties("caravan.keys")
record KeyProperties(String current, Map<String, String> ring) {

    Map<String, byte[]> keys() {
        return ring.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> decoded(entry.getKey())));
    }

    private byte[] decoded(String id) {
        try {
            return Base64.getDecoder().decode(ring.get(id));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("caravan.keys.ring." + id + " is not base64");
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "keys " + ring.keySet() + ", current " + current;
    }
}
