package io.caravan.store;

import static io.caravan.store.Columns.date;
import static io.caravan.store.Columns.uuid;

import io.caravan.core.payer.PayerId;
import io.caravan.core.profile.Profile;
import io.caravan.core.profile.Profiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Profiles in their table. */
public final class JdbcProfiles implements Profiles {

    private final JdbcClient jdbc;

    public JdbcProfiles(TransactionalJdbc jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    @Override
    public Optional<Profile> find(PayerId payer) {
        return jdbc.sql(
                        """
                        select payer_id, given_name, family_name, email, birth_date, home, nin
                        from payer_profile
                        where payer_id = ?
                        """)
                .param(payer.value())
                .query((row, n) -> profile(row))
                .optional();
    }

    @Override
    public void put(Profile profile) {
        jdbc.sql(
                        """
                        insert into payer_profile (payer_id, given_name, family_name, email, birth_date)
                        values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        profile.payer().value(),
                        profile.givenName(),
                        profile.familyName(),
                        profile.email(),
                        profile.birthDate())
                .update();
        jdbc.sql(
                        """
                        update payer_profile
                        set given_name = ?, family_name = ?, email = ?, birth_date = ?, home = ?, nin = ?
                        where payer_id = ?
                        """)
                .params(
                        profile.givenName(),
                        profile.familyName(),
                        profile.email(),
                        profile.birthDate(),
                        profile.home().map(Json::write).orElse(null),
                        profile.nin().orElse(null),
                        profile.payer().value())
                .update();
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                new PayerId(uuid(row, "payer_id")),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                date(row, "birth_date"),
                Optional.ofNullable(row.getString("home")).map(json -> Json.read(json, Profile.Home.class)),
                Optional.ofNullable(row.getString("nin")));
    }
}
