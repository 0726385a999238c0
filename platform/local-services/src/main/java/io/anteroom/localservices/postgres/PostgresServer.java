package io.anteroom.localservices.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/**
 * A PostgreSQL server that this process started and ends. It holds nothing but its superuser: the database and the roles
 * of the product are made by the migrations, as they are in production.
 */
public interface PostgresServer extends AutoCloseable {

    /** Where to reach the server, always on the loopback. */
    String host();

    int port();

    /** The superuser's login name. */
    String superuser();

    String superuserPassword();

    /** Which PostgreSQL this is, in words for a person: the container's image, or the embedded binaries and their folder. */
    String description();

    /** The process whose end is the server's; empty where the data are temporary. */
    Optional<ProcessHandle> process();

    /** Stops the server. A temporary one takes its data with it. */
    @Override
    void close();

    /**
     * A server with empty, temporary data and no care for power cuts: for tests. In a container where a Docker engine
     * answers, else from the embedded binaries.
     */
    static PostgresServer temporary() {
        return DockerPostgres.isPossible() ? DockerPostgres.start() : EmbeddedServer.temporary();
    }

    /**
     * A server from the embedded binaries that keeps its data, and keeps them safely.
     *
     * @param data the folder of the data, made if absent; a server left behind there is stopped first
     * @param port the port to listen on, or 0 for any free one
     */
    static PostgresServer keeping(Path data, int port) {
        return EmbeddedServer.keeping(data, port);
    }

    /**
     * A server from the embedded binaries with empty, temporary data, to measure what production's would take: commits wait for
     * the disk, where the write-ahead log is. The tables' files are in memory where 8 GB are free there, as pages in the
     * system's cache would be, since making hundreds of thousands of them on a disk takes minutes.
     *
     * @param folder absent or empty; the log, which stays when the server ends, and the tables where memory is short
     */
    static PostgresServer measured(Path folder) {
        return EmbeddedServer.measured(folder);
    }

    /** The one temporary server of this JVM, started when first asked for and stopped when the JVM ends. */
    static PostgresServer shared() {
        return SharedServer.INSTANCE;
    }

    /** The JDBC address of one database of this server, with neither user nor password in it. */
    default String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    /** A connection as superuser. */
    default Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", superuser());
        login.setProperty("password", superuserPassword());
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    /**
     * Makes the database if it is not there.
     *
     * @param name lower-case letters, digits and underscores
     */
    default void createDatabase(String name) throws SQLException {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean there;
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("create database " + name);
            }
        }
    }
}
