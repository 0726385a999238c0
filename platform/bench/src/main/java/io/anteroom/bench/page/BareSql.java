package io.anteroom.bench.page;

import com.zaxxer.hikari.HikariDataSource;
import io.anteroom.bench.House;
import io.anteroom.bench.Wire;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The queries of the first clinic's home page by JDBC alone, over as many connections as the application has. */
final class BareSql implements AutoCloseable {

    private final Recording page;
    private final HikariDataSource pool;
    private final int clients;

    private BareSql(Recording page, HikariDataSource pool, int clients) {
        this.page = page;
        this.pool = pool;
        this.clients = clients;
    }

    /** Has the product make the page once, on one schema, to know its queries. */
    static BareSql of(House house, int clients) throws Exception {
        Recording page = new Recording();
        byte[] request = new HomePage(house.clinics()).ofOne().get();
        try (Variant variant = Variant.fixed(house, house.database().url());
                Wire wire = new Wire(variant.port())) {
            for (int i = 0; i < 3; i++) {
                wire.send(request); // what is read once a minute is remembered then
            }
            variant.marked().recordIn(page);
            if (wire.send(request).status() != 200) {
                throw new IllegalStateException("The home page was refused");
            }
            return new BareSql(page, variant.pool(), clients);
        }
    }

    /** How many statements the page makes. */
    int statements() {
        return page.size();
    }

    double perSecond(Duration time) throws InterruptedException {
        long began = System.nanoTime();
        long until = began + time.toNanos();
        long count = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> client(until)));
            }
            for (Future<Long> client : running) {
                count += client.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client failed", failed);
        }
        return count / ((System.nanoTime() - began) / 1e9);
    }

    private long client(long until) throws SQLException {
        long count = 0;
        for (; System.nanoTime() < until; count++) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(true);
                page.replay(connection);
            }
        }
        return count;
    }

    @Override
    public void close() {
        pool.close();
    }
}
