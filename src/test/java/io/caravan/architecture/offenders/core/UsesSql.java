package io.caravan.architecture.offenders.core;

import java.sql.Connection;

class UsesSql {
    Connection connection;
}
