package io.anteroom.migrations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The SQL files of one folder as Flyway resolves them.
 *
 * @param files in the order in which they are applied
 */
record Migrations(List<File> files) {

    private static final Pattern APPEND_ONLY = Pattern.compile("(?m)^\\s*--\\s*append-only:\\s*([a-z_0-9]+)\\s*$");

    private static final String FOLDERS = "io/anteroom/migrations/";

    /** One file: what Flyway writes into its history, and the text. */
    record File(String version, String description, String type, String script, int checksum, String sql) {}

    /** Flyway for {@code schema}, with the files of {@code folder}; the schema must stand already. */
    static Flyway flyway(DataSource owner, String folder, String schema) {
        return configuration(owner, folder, schema).load();
    }

    /** The same, with something to say to each connection first. */
    static Flyway flyway(DataSource owner, String folder, String schema, String first) {
        return configuration(owner, folder, schema).initSql(first).load();
    }

    private static FluentConfiguration configuration(DataSource owner, String folder, String schema) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:" + FOLDERS + folder)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .loggers("slf4j");
    }

    /** Reads the files of {@code folder}. Flyway wants a database even for that; nothing is written to it. */
    static Migrations read(DataSource owner, String folder) {
        MigrationInfo[] resolved =
                flyway(owner, folder, "no_such_schema").info().all();
        return new Migrations(
                Arrays.stream(resolved).map(info -> file(folder, info)).toList());
    }

    private static File file(String folder, MigrationInfo info) {
        return new File(
                info.getVersion().toString(),
                info.getDescription(),
                info.getType().name(),
                info.getScript(),
                info.getChecksum(),
                text(FOLDERS + folder + "/" + info.getScript()));
    }

    /** Read from where Flyway has found it: among the files that the thread's class loader sees. */
    private static String text(String name) {
        try (InputStream file = Flyway.configure().getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("No migration " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The numbers of all files. */
    List<Integer> versions() {
        return files.stream().map(file -> Integer.valueOf(file.version())).toList();
    }

    /** The number of the last file. */
    int newest() {
        return Integer.parseInt(files.getLast().version());
    }

    /** The tables that a comment in a file declares append-only. */
    Set<String> appendOnly() {
        Set<String> tables = new TreeSet<>();
        files.forEach(file -> APPEND_ONLY.matcher(file.sql()).results().forEach(found -> tables.add(found.group(1))));
        return tables;
    }
}
