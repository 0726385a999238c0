package io.anteroom.bench;

import io.anteroom.bench.appointment.FreeTimesPart;
import io.anteroom.bench.fleet.FleetPart;
import io.anteroom.bench.fleet.SchemaPart;
import io.anteroom.bench.fleet.SignUpPart;
import io.anteroom.bench.fleet.StartPart;
import io.anteroom.bench.flood.FloodPart;
import io.anteroom.bench.page.PagePart;
import io.anteroom.bench.page.SwitchPart;
import io.anteroom.bench.signin.SignInPart;
import io.anteroom.localservices.EndWithMaven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.logging.LoggingSystem;

/** {@code ./mvnw -Pbench}: measures, prints one table, and writes {@code bench.json}. */
public final class Bench {

    /**
     * In the order of their running: first the sign-up, whose Keycloak has started while the clinics were made and is gone
     * afterwards; last what changes all schemas.
     */
    private static final List<Part> PARTS = List.of(
            new SignUpPart(),
            new PagePart(),
            new SwitchPart(),
            new FloodPart(),
            new SignInPart(),
            new FreeTimesPart(),
            new StartPart(),
            new SchemaPart(),
            new FleetPart());

    private Bench() {}

    /** Ends with exit code 1 if something could not be measured; whether an aim is met makes no difference. */
    public static void main(String[] arguments) throws Exception {
        EndWithMaven.watch();
        LoggingSystem.get(Bench.class.getClassLoader()).beforeInitialize();
        Options options = Options.ofSystemProperties();
        Progress progress = new Progress();
        Report report = new Report(progress);
        int failed = 0;
        try (House house = House.build(options, progress)) {
            for (Part part : PARTS.stream().filter(options::wants).toList()) {
                failed += measured(part, house, report) ? 0 : 1;
            }
        }
        System.out.println("\n" + Table.of(report.rows()));
        String json = Json.of(about(options, progress), report.rows());
        write(options.directory().resolve("bench.json"), json);
        write(options.result(), json);
        System.exit(failed == 0 ? 0 : 1);
    }

    /** What one part cannot measure does not keep the others from it. */
    private static boolean measured(Part part, House house, Report report) throws InterruptedException {
        house.progress().say(part.title());
        try {
            part.measure(house, report);
            return true;
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failed) {
            house.progress().say("    could not be measured: " + failed);
            failed.printStackTrace();
            return false;
        }
    }

    private static Map<String, Object> about(Options options, Progress progress) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put(
                "at",
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        about.put("size", options.size().name().toLowerCase(Locale.ROOT));
        about.put("clinics", options.size().clinics());
        about.put("seconds", progress.elapsed().toSeconds());
        about.put("cores", Runtime.getRuntime().availableProcessors());
        about.put("java", System.getProperty("java.vm.version"));
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return about;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
