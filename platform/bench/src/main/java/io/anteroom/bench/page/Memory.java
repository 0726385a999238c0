package io.anteroom.bench.page;

import io.anteroom.bench.Application;
import io.anteroom.bench.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an application and its connections to clinics' data hold.
 *
 * @param heapMegabytes what is alive in the application's heap
 * @param backendMegabytes the private memory of the largest PostgreSQL backend, as Linux counts it
 * @param backends how many there are
 */
record Memory(double heapMegabytes, double backendMegabytes, int backends) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern PRIVATE = Pattern.compile("(?m)^Private_\\w+:\\s+(\\d+) kB");

    static Memory of(Application application, House house) throws IOException, SQLException, InterruptedException {
        jcmd(application, "GC.run");
        double heap = first(USED, jcmd(application, "GC.heap_info"));
        List<Double> backends = new ArrayList<>();
        for (long pid : tenantBackends(house)) {
            backends.add(sum(PRIVATE, Files.readString(Path.of("/proc", Long.toString(pid), "smaps_rollup"))));
        }
        return new Memory(
                heap / 1024,
                backends.stream()
                        .mapToDouble(kilobytes -> kilobytes / 1024)
                        .max()
                        .orElseThrow(),
                backends.size());
    }

    private static List<Long> tenantBackends(House house) throws SQLException {
        try (Connection superuser = house.database().superuser();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select pid from pg_stat_activity where application_name = 'anteroom tenants'")) {
            List<Long> pids = new ArrayList<>();
            while (rows.next()) {
                pids.add(rows.getLong(1));
            }
            return pids;
        }
    }

    /** Asks the application's JVM with the JDK's own tool. */
    private static String jcmd(Application application, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(application.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("jcmd " + command + ": " + answer);
        }
        return answer;
    }

    /** The garbage-first heap comes first, what else is used after it. */
    private static double first(Pattern kilobytes, String text) {
        Matcher found = kilobytes.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No figure in: " + text);
        }
        return Long.parseLong(found.group(1));
    }

    private static double sum(Pattern kilobytes, String text) {
        return kilobytes
                .matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
