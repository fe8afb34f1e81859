package io.caravan.support;

import org.springframework.jdbc.core.JdbcTemplate;

/** Tables as a later version may leave them, which only adds: an upgrade has come so far, and this version still runs. */
public final class NextVersion {

    /** Known to no migration of this version. */
    public static final String VERSION = "9999";

    private NextVersion() {}

    /** Adds two columns to each table of this PostgreSQL database, and a table, and says so where Flyway looks. */
    public static void migrate(String url) {
        try (var tables = TestDatabases.connect(url)) {
            var jdbc = new JdbcTemplate(tables);
            jdbc.queryForList(
                            """
                            select table_name
                            from information_schema.tables
                            where table_schema = 'public' and table_type = 'BASE TABLE'
                                and table_name <> 'flyway_schema_history'
                            """,
                            String.class)
                    .forEach(
                            table -> jdbc.execute(
                                    "alter table " + table
                                            + " add column next_version varchar(20) not null default 'new', add column next_detail text"));
            jdbc.execute("create table next_version (id bigint primary key)");
            jdbc.update(
                    """
                    insert into flyway_schema_history
                        (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    select max(installed_rank) + 1, ?, 'next version', 'SQL', 'V9999__next_version.sql', 'postgres', 1, true
                    from flyway_schema_history
                    """,
                    VERSION);
        }
    }
}
