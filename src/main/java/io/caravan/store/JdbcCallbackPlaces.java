package io.caravan.store;

import static io.caravan.store.Columns.timestamp;

import io.caravan.core.callback.CallbackPlaces;
import io.caravan.core.callback.EndpointId;
import io.caravan.core.callback.EndpointRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Endpoints of single subjects, in the table of all; each is known by the hash of URL and credential. */
public final class JdbcCallbackPlaces implements CallbackPlaces {

    private final JdbcClient jdbc;
    private final Sealer sealer;

    public JdbcCallbackPlaces(TransactionalJdbc jdbc, Sealer sealer) {
        this.jdbc = JdbcClient.create(jdbc);
        this.sealer = sealer;
    }

    @Override
    public void add(UUID subject, List<EndpointRequest> requests, Instant now) {
        requests.forEach(request -> {
            var place = place(request);
            insert(request, place, now);
            jdbc.sql(
                            """
                            insert into callback_place (subject_id, endpoint_id)
                            select cast(? as uuid), id from endpoint where merchant_id = ? and dialect = ? and place = ?
                            on conflict do nothing
                            """)
                    .params(
                            subject,
                            request.merchant().value(),
                            request.dialect().name(),
                            place)
                    .update();
        });
    }

    private void insert(EndpointRequest request, String place, Instant now) {
        int known = jdbc.sql("select count(*) from endpoint where merchant_id = ? and dialect = ? and place = ?")
                .params(request.merchant().value(), request.dialect().name(), place)
                .query(Integer.class)
                .single();
        if (known > 0) {
            return;
        }
        jdbc.sql(
                        """
                        insert into endpoint (id, merchant_id, dialect, place, url, authorization_header, fence, failures,
                            created_at)
                        values (?, ?, ?, ?, ?, ?, 0, 0, ?)
                        on conflict do nothing
                        """)
                .param(EndpointId.next().value())
                .param(request.merchant().value())
                .param(request.dialect().name())
                .param(place)
                .param(request.url())
                .param(
                        request.authorizationHeader().isEmpty()
                                ? null
                                : sealer.seal(request.authorizationHeader().getBytes(StandardCharsets.UTF_8)))
                .param(timestamp(now))
                .update();
    }

    private static String place(EndpointRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var said = request.url() + "\n" + request.authorizationHeader();
            return HexFormat.of().formatHex(digest.digest(said.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
