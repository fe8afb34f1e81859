package io.caravan.bench;

/** The sandbox's Danish merchant, in whose name the benchmark calls, and another one. */
final class Sandbox {

    static final String MERCHANT = "f3dd9011-d930-4063-901d-2a47621e5b76";
    static final String OTHER_MERCHANT = "0b8f5f3e-3c1c-4c06-9d2b-6f1f0c8a7e11";
    static final String ISSUER = "efd08c19-24cf-4833-a4a4-bfa7bd58fbb2";
    static final String CLIENT = "sandbox-dk";
    static final String CLIENT_SECRET = "sandbox-dk-secret";

    private Sandbox() {}
}
