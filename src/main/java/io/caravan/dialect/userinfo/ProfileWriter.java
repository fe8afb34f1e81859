package io.caravan.dialect.userinfo;

import io.caravan.core.profile.Profile.Home;
import io.caravan.core.profile.ProfileScope;
import io.caravan.core.profile.SharedProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a payer shares, and nothing else of the profile. */
final class ProfileWriter {

    private ProfileWriter() {}

    static Map<String, Object> write(SharedProfile shared) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", shared.sub().toString());
        claims.put("sid", shared.payment().toString());
        for (var scope : ProfileScope.values()) {
            if (shared.scopes().contains(scope)) {
                put(claims, scope, shared);
            }
        }
        return claims;
    }

    private static void put(Map<String, Object> claims, ProfileScope scope, SharedProfile shared) {
        var profile = shared.profile();
        switch (scope) {
            case NAME -> {
                claims.put("name", profile.name());
                claims.put("given_name", profile.givenName());
                claims.put("family_name", profile.familyName());
            }
            case ADDRESS -> {
                profile.home().ifPresent(home -> claims.put("address", address(home)));
                claims.put("other_addresses", List.of());
            }
            case EMAIL -> {
                claims.put("email", profile.email());
                claims.put("email_verified", true);
            }
            case PHONE_NUMBER -> {
                claims.put("phone_number", shared.payer().phone().number().substring(1));
                claims.put("phone_number_verified", true);
            }
            case BIRTH_DATE -> claims.put("birthdate", profile.birthDate().toString());
            case NIN -> profile.nin().ifPresent(nin -> claims.put("nin", nin));
        }
    }

    private static Map<String, Object> address(Home home) {
        var address = new LinkedHashMap<String, Object>();
        address.put("address_type", "home");
        address.put("country", home.country());
        address.put("default", true);
        address.put("formatted", home.street() + "\n" + home.postalCode() + " " + home.city() + "\n" + home.country());
        address.put("postal_code", home.postalCode());
        address.put("region", home.city());
        address.put("street_address", home.street());
        return address;
    }
}
