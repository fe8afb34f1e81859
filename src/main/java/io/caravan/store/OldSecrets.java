package io.caravan.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Secrets that have been replaced and are still good, as a column beside the newest. */
final class OldSecrets {

    private OldSecrets() {}

    /** The column, for these kinds; its parameter is the real time. */
    static String of(String kinds, String owner) {
        return "(select string_agg(o.secret, ' ') from old_secret o where o.kind in (" + kinds + ") and o.owner = "
                + owner + " and o.good_until > ?) as old_secrets";
    }

    static List<String> read(ResultSet row) throws SQLException {
        var all = row.getString("old_secrets");
        return all == null ? List.of() : List.of(all.split(" "));
    }
}
