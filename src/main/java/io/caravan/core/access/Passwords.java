package io.caravan.core.access;

/** Slow hashes of operators' passwords. */
public interface Passwords {

    String hash(String password);

    boolean matches(String password, String hash);
}
