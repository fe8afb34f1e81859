package io.caravan.store;

import io.caravan.core.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;

/** The columns currency and amount of a row, for people. */
final class MoneyText {

    private MoneyText() {}

    static String of(ResultSet row) throws SQLException {
        return new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))).toString();
    }
}
