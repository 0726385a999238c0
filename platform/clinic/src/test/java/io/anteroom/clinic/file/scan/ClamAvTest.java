package io.anteroom.clinic.file.scan;

import static io.anteroom.clinic.file.SampleFiles.in;
import static io.anteroom.clinic.file.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.file.scan.StandInClamd.Mood;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ClamAvTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void itPassesWhatTheScannerPassesAndNamesWhatItFinds() throws IOException {
        try (var clamd = new StandInClamd()) {
            var scanner = scanner(clamd.address(), LONG);
            assertThat(scanner.scan(in(new byte[300_000]))).isEqualTo(new Verdict.Clean());
            assertThat(scanner.scan(in(text("something EVIL")))).isEqualTo(new Verdict.Infected("Test.Evil-1"));
        }
    }

    @Test
    void aScannerThatIsNotThereOrSilentOrRefusesIsNoCleanFile() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(scanner("tcp://127.0.0.1:" + free, LONG).scan(in(text("a")))).isEqualTo(new Verdict.Unreachable());
        assertThat(scanner("unix:/nowhere/clamd.sock", LONG).scan(in(text("a"))))
                .isEqualTo(new Verdict.Unreachable());
        try (var clamd = new StandInClamd()) {
            clamd.mood(Mood.SILENT);
            assertThat(scanner(clamd.address(), Duration.ofMillis(300)).scan(in(text("a"))))
                    .isEqualTo(new Verdict.Unreachable());
            clamd.mood(Mood.TOO_LONG);
            assertThat(scanner(clamd.address(), LONG).scan(in(text("a")))).isEqualTo(new Verdict.Unreachable());
        }
    }

    @Test
    void aNameThatNobodyFindsOrThatStandsForAnAddressOfTheOtherFamilyIsAScannerThatIsNotThere() throws IOException {
        assertThat(scanner("tcp://no-such-host.invalid:3310", LONG).scan(in(text("a"))))
                .isEqualTo(new Verdict.Unreachable());
        assertThat(scanner("tcp://[::1]:9", LONG).scan(in(text("a")))).isEqualTo(new Verdict.Unreachable());
    }

    @Test
    void aFileThatCannotBeReadIsNotTheScannersFault() throws IOException {
        try (var clamd = new StandInClamd()) {
            var broken = new FilterInputStream(InputStream.nullInputStream()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    throw new IOException("broken off");
                }
            };
            assertThatThrownBy(() -> scanner(clamd.address(), LONG).scan(broken))
                    .isInstanceOf(IOException.class)
                    .hasMessage("broken off");
        }
    }

    @Test
    void anAddressOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> scanner("clamav:3310", LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("anteroom.files.scanner.address");
        assertThat(new ScannerSettings(null, LONG).scanner()).isSameAs(Scanner.NONE);
    }

    /** EICAR's test file, written so that no scanner takes this source for it. */
    @Test
    void aRealClamdFindsTheTestFile() throws IOException {
        var socket = Stream.of("/run/clamav/clamd.ctl", "/run/clamav/clamd.sock", "/var/run/clamd.scan/clamd.sock")
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst();
        Assumptions.assumeTrue(socket.isPresent(), "No clamd listens on this machine");
        String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-" + "TEST-FILE!$H+H*";
        var scanner = scanner("unix:" + socket.get(), LONG);
        assertThat(scanner.scan(in(text(eicar)))).isInstanceOf(Verdict.Infected.class);
        assertThat(scanner.scan(in(text("hello")))).isEqualTo(new Verdict.Clean());
    }

    private static Scanner scanner(String address, Duration timeout) {
        return new ScannerSettings(address, timeout).scanner();
    }
}
