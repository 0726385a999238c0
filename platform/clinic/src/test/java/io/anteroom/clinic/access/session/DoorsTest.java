package io.anteroom.clinic.access.session;

import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.AccessTest;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Clinic;
import io.anteroom.clinic.access.CredentialId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The doors to a session, each of which stands for itself before an account of two steps. */
@AccessTest
class DoorsTest {

    private static final Path CLINIC = Path.of("src/main/java/io/anteroom/clinic");
    private static final Path SIGN_IN = CLINIC.resolve("access/signin");

    @Autowired
    Clinic clinic;

    @Autowired
    SessionStart start;

    /** Whoever adds one adds it here, and to {@link #noProofOfOneFactorBeginsASessionOfAnAccountOfTwoSteps}. */
    @Test
    void theseAndNoOthersBeginSessions() {
        assertThat(containing("insert\\s+into\\s+__tenant__\\.portal_session\\b", CLINIC))
                .as("write a session")
                .containsExactly("SessionRows.java");
        assertThat(containing("\\bsessions\\.start\\(", CLINIC))
                .as("have one written")
                .containsExactly("SessionStart.java");
        assertThat(containing("\\bSessionStart start;", CLINIC))
                .as("begin one, after a code or a printed one, a passkey, a password alone")
                .containsExactly("Admission.java", "PasskeySignIn.java", "PasswordDoor.java");
        assertThat(containing("\\bAdmission admission;", SIGN_IN))
                .as("begin one after a code, after another proof of it, after the second of two steps")
                .containsExactly("AlternativeEntries.java", "CodeEntries.java", "SecondEntries.java");
    }

    @Test
    void noProofOfOneFactorBeginsASessionOfAnAccountOfTwoSteps() {
        inNorth(() -> {
            clinic.patient("Anna", "anna@example.org", "");
            password(true);
            for (var method : SignInMethod.values()) {
                boolean passkey = method == SignInMethod.PASSKEY;
                assertThat(begin(proof(method), method.stored()))
                        .as("%s alone", method)
                        .isInstanceOf(passkey ? SessionStart.Begun.class : SessionStart.PasswordNext.class);
            }
            assertThat(begin(proof(SignInMethod.CODE).andPassword(), "both")).isInstanceOf(SessionStart.Begun.class);

            password(false);
            for (var method : SignInMethod.values()) {
                assertThat(begin(proof(method), method.stored() + " again"))
                        .as("%s, where one is enough", method)
                        .isInstanceOf(SessionStart.Begun.class);
            }
        });
    }

    private SessionStart.Started begin(Proof proof, String token) {
        return clinic.inTransaction(() -> start.begin(proof, new SessionToken(token), "Firefox on Linux"));
    }

    private static Proof proof(SignInMethod method) {
        return new Proof(new AccountId(1), new CredentialId(1), method);
    }

    private void password(boolean twoSteps) {
        clinic.run("delete from __tenant__.account_password");
        clinic.run("insert into __tenant__.account_password (account_id, credential_id, hash, set_at, two_step)"
                + " values (1, 1, repeat('x', 60), now(), " + twoSteps + ")");
    }

    /** The names of the files of main code below that folder that contain it, in order. */
    private static List<String> containing(String regex, Path folder) {
        var pattern = Pattern.compile(regex);
        var names = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")
                            && pattern.matcher(text(file)).find())
                    .map(file -> file.getFileName().toString())
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stream().sorted().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
