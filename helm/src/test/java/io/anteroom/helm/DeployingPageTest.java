package io.anteroom.helm;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.migrations.DatabaseLogin;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who follows docs/deploying.md word by word gets what the chart asks for. */
class DeployingPageTest {

    private static final Path PAGE = Path.of("../docs/deploying.md");

    @Test
    void everySecretThatAPodReadsIsMade() throws IOException {
        Set<String> asked = new TreeSet<>();
        Rendered rendered = Chart.render("small");
        for (String role : rendered.pods().keySet()) {
            Rendered.container(rendered.pod(role)).getEnv().stream()
                    .filter(variable -> variable.getValueFrom() != null)
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .forEach(secret -> asked.add(secret.getName() + "/" + secret.getKey()));
        }
        asked.add("anteroom-database-authority/ca.crt");
        assertThat(made()).containsExactlyInAnyOrderElementsOf(asked);
    }

    /** The loop that makes the passwords, the script that reads them, and the Secrets that hold them. */
    @Test
    void everyLoginsPasswordIsMadeOnceAndGivenToTheDatabaseAndToAPod() throws IOException {
        Set<String> logins = Stream.of(Set.of(DatabaseLogin.OWNER), DatabaseLogin.OF_ROLES, DatabaseLogin.OF_TENANTS)
                .flatMap(Set::stream)
                .map(login -> login.user().replace("anteroom_", ""))
                .collect(toSet());
        String page = Files.readString(PAGE);
        assertThat(all("for login in ([a-z_ ]+);", page).getFirst().split(" ", -1))
                .containsExactlyInAnyOrderElementsOf(logins);
        assertThat(all("--from-file=(?:password|control|tenant)=logins/([a-z_]+)", page))
                .containsExactlyInAnyOrderElementsOf(logins);
        assertThat(all("(?m)^.set ([a-z_]+ `cat logins/[a-z_]+)`", Files.readString(Path.of("database.sql"))))
                .containsExactlyInAnyOrderElementsOf(logins.stream()
                        .map(login -> login + " `cat logins/" + login)
                        .toList());
    }

    /** Helm that gives up first would leave a migration running that nobody waits for. */
    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void theInstallationWaitsForTheMigration(String size) throws IOException {
        List<String> waits = all("--timeout (\\d+)m", Files.readString(PAGE));
        assertThat(waits)
                .isNotEmpty()
                .allSatisfy(minutes -> assertThat(Long.parseLong(minutes) * 60)
                        .isGreaterThan(Chart.render(size)
                                .one(Job.class, "anteroom-migrate")
                                .getSpec()
                                .getActiveDeadlineSeconds()));
    }

    @Test
    void everyFileItNamesIsThere() throws IOException {
        Matcher paths = Pattern.compile("(?:helm|platform)/[\\w./-]+\\.(?:yaml|sql|json)|\\(([a-z-]+\\.md)\\)")
                .matcher(Files.readString(PAGE));
        while (paths.find()) {
            String page = paths.group(1);
            assertThat(page == null ? Path.of("..", paths.group()) : Path.of("../docs", page))
                    .exists();
        }
    }

    @Test
    void everyValueItNamesIsOne() throws IOException {
        Map<String, Object> values = Chart.read(Chart.FOLDER.resolve("values.yaml"));
        Matcher names = Pattern.compile(
                        "`((?:database|ingress|mail|monitoring|networkPolicy|roles|secrets|sms)(?:\\.[a-zA-Z]+)+)")
                .matcher(Files.readString(PAGE));
        int found = 0;
        while (names.find()) {
            Object value = values;
            for (String part : names.group(1).split("\\.", -1)) {
                assertThat(value).as(names.group(1)).isInstanceOf(Map.class);
                value = ((Map<?, ?>) value).get(part);
                assertThat(value).as(names.group(1)).isNotNull();
            }
            found++;
        }
        assertThat(found).isGreaterThan(8);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Set<String> made() throws IOException {
        Set<String> made = new TreeSet<>();
        String commands = Files.readString(PAGE).replace("\\\n", " ");
        Matcher secrets =
                Pattern.compile("create secret generic (\\S+)([^\n]*)").matcher(commands);
        while (secrets.find()) {
            Matcher keys = Pattern.compile("--from-(?:literal|file)=([^=]+)=").matcher(secrets.group(2));
            while (keys.find()) {
                made.add(secrets.group(1) + "/" + keys.group(1));
            }
        }
        return made;
    }
}
