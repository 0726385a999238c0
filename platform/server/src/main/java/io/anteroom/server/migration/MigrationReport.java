package io.anteroom.server.migration;

import io.anteroom.migrations.FleetMigrator;
import io.anteroom.migrations.FleetProgress;
import java.io.Console;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how far a migration is: on a terminal in one line that is written over, elsewhere in the log now and then. */
class MigrationReport implements Consumer<FleetProgress> {

    private static final Logger log = LoggerFactory.getLogger(MigrationReport.class);

    private static final Duration BETWEEN_LOG_LINES = Duration.ofSeconds(10);

    private final @Nullable Console terminal;
    private final long started = System.nanoTime();
    private long said = started;

    MigrationReport(@Nullable Console console) {
        this.terminal = console != null && console.isTerminal() ? console : null;
    }

    @Override
    public void accept(FleetProgress progress) {
        if (terminal != null) {
            terminal.printf("\r%-78s", line(progress));
            terminal.flush();
        } else if (System.nanoTime() - said >= BETWEEN_LOG_LINES.toNanos()) {
            said = System.nanoTime();
            log.info("{}", line(progress));
        }
    }

    /** The end, and what was set aside. */
    void end(FleetMigrator.Outcome outcome) {
        say("Migrated " + outcome.migrated() + " schemas in "
                + Duration.ofNanos(System.nanoTime() - started).toMillis() + " ms, " + outcome.failed() + " failed");
        outcome.failures().forEach(failure -> say(line(failure)));
    }

    private void say(String text) {
        if (terminal != null) {
            terminal.printf("\r%-78s%n", text);
        } else {
            log.info("{}", text);
        }
    }

    static String line(FleetProgress progress) {
        return "Version %d: %d of %d schemas%s%s"
                .formatted(
                        progress.version(),
                        progress.current(),
                        progress.schemas(),
                        progress.retrying() == 0 ? "" : ", " + progress.retrying() + " wait for a busy clinic",
                        progress.failed() == 0 ? "" : ", " + progress.failed() + " failed");
    }

    static String line(FleetMigrator.Failure failure) {
        return "Failed: %s, schema %s: %s"
                .formatted(
                        failure.slug() == null ? "a spare" : failure.slug(),
                        failure.id().schema(),
                        failure.error());
    }
}
