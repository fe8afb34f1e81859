package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.CallbackSecret;
import io.caravan.core.callback.Destination;
import io.caravan.core.callback.Endpoint;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.RegistrationSecret;
import io.caravan.core.dialect.Dialect;
import io.caravan.core.merchant.MerchantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Endpoints as they stand in rows, what is sealed in them opened. */
final class EndpointRows {

    private final Sealer sealer;

    EndpointRows(Sealer sealer) {
        this.sealer = sealer;
    }

    Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                new EndpointId(uuid(row, "id")),
                new MerchantId(uuid(row, "merchant_id")),
                Dialect.valueOf(row.getString("dialect")),
                destination(
                        row.getString("url"),
                        Optional.ofNullable(row.getString("authorization_header")),
                        secrets(row.getString("secret"), Optional.ofNullable(row.getString("retired"))),
                        Optional.ofNullable(row.getString("own"))),
                instant(row, "lease_until"),
                StandingRows.standing(row));
    }

    /** Empty if something cannot be opened: that is this endpoint's failure and nobody else's. */
    private Optional<Destination> destination(
            String url, Optional<String> authorization, List<String> secrets, Optional<String> own) {
        try {
            return Optional.of(new Destination(
                    url,
                    authorization.map(this::open),
                    secrets.stream().map(this::open).map(CallbackSecret::new).toList(),
                    own.map(this::open).map(RegistrationSecret::new)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The merchant's own, then those before it that still sign; sealed. */
    private static List<String> secrets(String own, Optional<String> retired) {
        return Stream.concat(Stream.of(own), retired.stream().flatMap(list -> Stream.of(list.split(" "))))
                .toList();
    }

    String open(String sealed) {
        return new String(sealer.open(sealed), StandardCharsets.UTF_8);
    }
}
