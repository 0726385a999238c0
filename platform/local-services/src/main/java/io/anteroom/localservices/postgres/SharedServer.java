package io.anteroom.localservices.postgres;

/** Holds the one server of a test JVM; says once which it is, so that a build's log tells what was tested against. */
final class SharedServer {

    static final PostgresServer INSTANCE = start();

    private SharedServer() {}

    private static PostgresServer start() {
        PostgresServer server = PostgresServer.temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgresql"));
        System.out.println("Tests run on " + server.description());
        return server;
    }
}
