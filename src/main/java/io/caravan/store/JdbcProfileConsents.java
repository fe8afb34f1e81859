package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.merchant.MerchantId;
import io.caravan.core.payer.PayerId;
import io.caravan.core.payment.PaymentId;
import io.caravan.core.profile.ProfileConsent;
import io.caravan.core.profile.ProfileConsents;
import io.caravan.core.profile.ProfileScope;
import io.caravan.core.profile.ProfileSub;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was shared in one table, the merchants' names for payers in another. */
public final class JdbcProfileConsents implements ProfileConsents {

    /** A payment whose money was not reserved shares nothing. */
    private static final String ONLY_APPROVED =
            """
            and not exists (select 1 from payment p where p.id = c.payment_id and p.status <> 'AUTHORIZED')
            """;

    private final JdbcClient jdbc;

    public JdbcProfileConsents(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public ProfileSub record(
            MerchantId merchant, PayerId payer, PaymentId payment, Set<ProfileScope> scopes, Instant at) {
        var sub = sub(merchant, payer);
        jdbc.sql("delete from profile_consent where payment_id = ? and sub <> ?")
                .params(payment.value(), sub.value())
                .update();
        jdbc.sql(
                        """
                        insert into profile_consent (payment_id, sub, scopes, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        payment.value(),
                        sub.value(),
                        scopes.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                        timestamp(at))
                .update();
        return sub;
    }

    private ProfileSub sub(MerchantId merchant, PayerId payer) {
        jdbc.sql("insert into profile_sub (sub, merchant_id, payer_id) values (?, ?, ?) on conflict do nothing")
                .params(UUID.randomUUID(), merchant.value(), payer.value())
                .update();
        return jdbc.sql("select sub from profile_sub where merchant_id = ? and payer_id = ?")
                .params(merchant.value(), payer.value())
                .query((row, n) -> new ProfileSub(uuid(row, "sub")))
                .single();
    }

    @Override
    public Optional<ProfileSub> sub(MerchantId merchant, PaymentId payment) {
        return jdbc.sql(
                        """
                        select s.sub
                        from profile_consent c
                        join profile_sub s on s.sub = c.sub
                        where c.payment_id = ? and s.merchant_id = ?
                        """
                                + ONLY_APPROVED)
                .params(payment.value(), merchant.value())
                .query((row, n) -> new ProfileSub(uuid(row, "sub")))
                .optional();
    }

    @Override
    public List<ProfileConsent> of(MerchantId merchant, ProfileSub sub) {
        return jdbc.sql(
                        """
                        select s.payer_id, c.payment_id, c.scopes, c.at
                        from profile_consent c
                        join profile_sub s on s.sub = c.sub
                        where c.sub = ? and s.merchant_id = ?
                        """
                                + ONLY_APPROVED
                                + """
                        order by c.at desc, c.payment_id
                        limit 100
                        """)
                .params(sub.value(), merchant.value())
                .query((row, n) -> new ProfileConsent(
                        new PayerId(uuid(row, "payer_id")),
                        new PaymentId(uuid(row, "payment_id")),
                        scopes(row.getString("scopes")),
                        instant(row, "at")))
                .list();
    }

    private static Set<ProfileScope> scopes(String text) {
        return Stream.of(text.split(" "))
                .filter(name -> !name.isEmpty())
                .map(ProfileScope::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
