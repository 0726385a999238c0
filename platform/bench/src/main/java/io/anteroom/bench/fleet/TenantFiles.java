package io.anteroom.bench.fleet;

import io.anteroom.bench.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * The DDL of a clinic's schema as whoever has no migrator would send it.
 *
 * @param sql all files, in their order
 */
record TenantFiles(String sql) {

    static final String FOLDER = "io/anteroom/migrations/tenant";

    static TenantFiles read(Database database) throws IOException {
        StringBuilder sql = new StringBuilder();
        Flyway flyway = Flyway.configure()
                .dataSource(database.owner())
                .locations("classpath:" + FOLDER)
                .schemas("no_such_schema")
                .loggers("slf4j")
                .load();
        for (MigrationInfo file : flyway.info().all()) {
            sql.append(text(file.getScript())).append("\n;\n");
        }
        return new TenantFiles(sql.toString());
    }

    private static String text(String script) throws IOException {
        String path = FOLDER + "/" + script;
        ClassLoader loader = TenantFiles.class.getClassLoader();
        try (InputStream file = Objects.requireNonNull(loader.getResourceAsStream(path), path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
