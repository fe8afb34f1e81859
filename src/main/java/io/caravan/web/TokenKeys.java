package io.caravan.web;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.caravan.core.access.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that sign tokens and tell true ones from false, the newest first. Instances share them: they are read again
 * every ten seconds, and at once (but not more than once a second) when a token names a key that is not among them.
 */
public final class TokenKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int FIRST = 1;
    private static final int BITS = 2048;

    private final Supplier<List<SigningKey>> stored;
    private final BiConsumer<Integer, byte[]> offer;
    private final Ticker ticker;
    private volatile Loaded loaded;

    private record Loaded(JWKSet keys, long at) {}

    /** Reads the stored keys, and offers a first one (generation, PKCS #8) when there are none. */
    public TokenKeys(Supplier<List<SigningKey>> stored, BiConsumer<Integer, byte[]> offer, Ticker ticker) {
        this.stored = stored;
        this.offer = offer;
        this.ticker = ticker;
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        var found = selector.select(youngerThan(LIFE));
        return found.isEmpty() ? selector.select(youngerThan(PAUSE)) : found;
    }

    private JWKSet youngerThan(Duration age) throws KeySourceException {
        if (isOlderThan(age)) {
            synchronized (this) {
                if (isOlderThan(age)) {
                    loaded = reload();
                }
            }
        }
        return loaded.keys();
    }

    /** What was read last stays good while the database is away, which is asked again after a pause. */
    private Loaded reload() throws KeySourceException {
        try {
            return new Loaded(load(), ticker.read());
        } catch (KeySourceException e) {
            if (loaded == null) {
                throw e;
            }
            LOG.warn("The signing keys are not read anew: {}", e.getCause().toString());
            return new Loaded(loaded.keys(), ticker.read() - LIFE.minus(PAUSE).toNanos());
        }
    }

    private boolean isOlderThan(Duration age) {
        var now = loaded;
        return now == null || ticker.read() - now.at() > age.toNanos();
    }

    private JWKSet load() throws KeySourceException {
        try {
            if (stored.get().isEmpty()) {
                offer.accept(FIRST, generate());
            }
            var keys = new ArrayList<JWK>();
            for (var key : stored.get()) {
                keys.add(jwk(key));
            }
            return new JWKSet(keys);
        } catch (GeneralSecurityException | JOSEException | RuntimeException e) {
            throw new KeySourceException("The signing keys cannot be read", e);
        }
    }

    private static byte[] generate() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    private static RSAKey jwk(SigningKey key) throws GeneralSecurityException, JOSEException {
        var factory = KeyFactory.getInstance("RSA");
        var secret = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8()));
        var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
        return new RSAKey.Builder((RSAPublicKey) open)
                .privateKey(secret)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .keyIDFromThumbprint()
                .build();
    }
}
