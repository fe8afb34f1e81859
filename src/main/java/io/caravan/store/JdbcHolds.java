package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.callback.EndpointId;
import io.caravan.core.hold.Hold;
import io.caravan.core.hold.HoldKind;
import io.caravan.core.hold.Holds;
import io.caravan.core.merchant.MerchantId;
import io.caravan.core.notice.Channel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds in their table, which other stores ask too: a hold counts from its commit on. */
public final class JdbcHolds implements Holds {

    /** A condition on a row of {@code notice}. */
    static final String CHANNEL_OF_NOTICE =
            "exists (select 1 from hold h where h.kind = 'CHANNEL' and h.name = lower(notice.channel))";

    /** A condition on a row of {@code operation}. */
    static final String PROVIDER_OF_OPERATION =
            "exists (select 1 from hold h where h.kind = 'CHANNEL' and h.name = lower(operation.provider))";

    /** A condition on a row of {@code endpoint}. */
    static final String ENDPOINT =
            "exists (select 1 from hold h where h.kind = 'ENDPOINT' and h.name = cast(endpoint.id as varchar))";

    private final JdbcClient jdbc;

    public JdbcHolds(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** The channels by which payers are told and that nobody holds. */
    static List<Channel> openToPayers(JdbcClient jdbc) {
        var held = jdbc.sql("select name from hold where kind = 'CHANNEL'")
                .query(String.class)
                .list();
        return Arrays.stream(Channel.values())
                .filter(Channel::leadsToPayers)
                .filter(channel -> !held.contains(channel.text()))
                .toList();
    }

    @Override
    public boolean place(Hold hold) {
        return jdbc.sql(
                                """
                                insert into hold (kind, name, since, placed_by, why)
                                values (?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .param(hold.kind().name())
                        .param(hold.name())
                        .param(timestamp(hold.since()))
                        .param(hold.by())
                        .param(hold.why())
                        .update()
                == 1;
    }

    @Override
    public boolean release(HoldKind kind, String name) {
        return jdbc.sql("delete from hold where kind = ? and name = ?")
                        .param(kind.name())
                        .param(name)
                        .update()
                == 1;
    }

    @Override
    public boolean isHeld(HoldKind kind, String name) {
        return jdbc.sql("select count(*) from hold where kind = ? and name = ?")
                        .param(kind.name())
                        .param(name)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public List<Hold> all() {
        return jdbc.sql("select kind, name, since, placed_by, why from hold order by kind, name")
                .query((row, n) -> new Hold(
                        HoldKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        instant(row, "since"),
                        row.getString("placed_by"),
                        row.getString("why")))
                .list();
    }

    @Override
    public boolean exists(EndpointId endpoint) {
        return jdbc.sql("select count(*) from endpoint where id = ?")
                        .param(endpoint.value())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    @Override
    public Map<EndpointId, String> endpoints(MerchantId merchant) {
        var found = new LinkedHashMap<EndpointId, String>();
        jdbc.sql("select id, dialect, url from endpoint where merchant_id = ? order by dialect, id")
                .param(merchant.value())
                .query((row, n) -> found.put(
                        new EndpointId(uuid(row, "id")), row.getString("dialect") + " " + row.getString("url")))
                .list();
        return found;
    }
}
