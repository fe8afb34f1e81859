package io.caravan;

import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Keys by their ids, and which of them is used for what is new: {@code caravan.keys}; application.yml says more. */
@ConfigurationProperties("caravan.keys")
record KeyProperties(String current, Map<String, String> ring) {

    Map<String, byte[]> keys() {
        return ring.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> decoded(entry.getKey())));
    }

    private byte[] decoded(String id) {
        try {
            return Base64.getDecoder().decode(ring.get(id));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The key " + id + " is not base64");
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "keys " + ring.keySet() + ", current " + current;
    }
}
