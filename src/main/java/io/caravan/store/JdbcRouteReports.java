package io.caravan.store;

import static io.caravan.store.Columns.instant;
import static io.caravan.store.Columns.timestamp;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caravan.core.route.RouteReport;
import io.caravan.core.route.RouteReports;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;

/** Reports in their table, a row an instance. */
public final class JdbcRouteReports implements RouteReports {

    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

    private final JdbcOperations jdbc;

    public JdbcRouteReports(TransactionalJdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void put(RouteReport report) {
        int known = jdbc.update(
                "update route_report set at = ?, hash = ?, files = ? where instance = ?",
                timestamp(report.at()),
                report.hash(),
                Json.write(report.files()),
                report.instance());
        if (known == 0) {
            jdbc.update(
                    "insert into route_report (instance, at, hash, files) values (?, ?, ?, ?)",
                    report.instance(),
                    timestamp(report.at()),
                    report.hash(),
                    Json.write(report.files()));
        }
    }

    @Override
    public List<RouteReport> since(Instant moment) {
        return jdbc.query(
                "select instance, at, hash, files from route_report where at > ? order by instance",
                (row, number) -> read(row),
                timestamp(moment));
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.update("delete from route_report where at < ?", timestamp(moment));
    }

    private static RouteReport read(ResultSet row) throws SQLException {
        return new RouteReport(
                row.getString("instance"),
                instant(row, "at"),
                row.getString("hash"),
                Json.read(row.getString("files"), FILES));
    }
}
