package io.anteroom.clinic.file;

import static io.anteroom.clinic.file.SampleFiles.in;
import static io.anteroom.clinic.file.SampleFiles.pdf;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.seal.FileSeal;
import io.anteroom.clinic.file.seal.UnreadableFileException;
import io.anteroom.clinic.file.store.LostContentException;
import io.anteroom.clinic.file.store.StandInS3;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(
        value = FileSlice.class,
        properties = {
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.s3.bucket=clinics",
            "anteroom.files.s3.access-key=key",
            "anteroom.files.s3.secret-key=secret"
        })
class ObjectFilesTest {

    private static final Actor ADA = new Actor.PortalUser("1", "Ada Lovelace");
    private static final StandInS3 STORE = start();

    @Autowired
    Files files;

    @Autowired
    FileRemoval removal;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry settings) {
        settings.add("anteroom.files.s3.endpoint", STORE::address);
    }

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @BeforeEach
    void empty() {
        STORE.objects().clear();
        STORE.fail(0);
        STORE.loseAnswers(0);
    }

    @Test
    void aFileGoesToTheStoreSealedAndComesBackFromAnywhereInIt() {
        byte[] sent = pdf(2 * FileSeal.PIECE + 500);
        inNorth(() -> {
            var id = taken(sent).id();

            assertThat(STORE.objects()).hasSize(1);
            assertThat(STORE.objects().keySet().iterator().next())
                    .startsWith("/clinics/" + Tenants.north().id() + "/");
            assertThat(new String(object(), StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
            assertThat(count("file_chunk")).isZero();
            assertThat(read(id, 0)).isEqualTo(sent);
            assertThat(read(id, FileSeal.PIECE + 3))
                    .isEqualTo(Arrays.copyOfRange(sent, FileSeal.PIECE + 3, sent.length));
        });
    }

    @Test
    void anObjectThatWasChangedDoesNotOpen() {
        inNorth(() -> {
            var id = taken(pdf(5_000)).id();
            object()[100] ^= 1;
            assertThatThrownBy(() -> read(id, 0)).isInstanceOf(UnreadableFileException.class);
        });
    }

    @Test
    void anObjectThatIsNotThereIsLostAndAStoreThatDoesNotAnswerHasLostNothing() {
        inNorth(() -> {
            var id = taken(pdf(5_000)).id();
            STORE.fail(3);
            assertThatThrownBy(() -> read(id, 0)).cause().isNotInstanceOf(LostContentException.class);
            assertThat(read(id, 0)).hasSize(5_000);
            STORE.objects().clear();
            assertThatThrownBy(() -> read(id, 0)).hasCauseInstanceOf(LostContentException.class);
        });
    }

    @Test
    void aStoreThatFailsIsTriedAgain() {
        inNorth(() -> {
            STORE.fail(2);
            byte[] sent = pdf(5_000);
            assertThat(read(taken(sent).id(), 0)).isEqualTo(sent);
        });
    }

    @Test
    void whatWasWrittenAndNeverConfirmedIsRemovedLater() {
        inNorth(() -> {
            STORE.loseAnswers(3);
            assertThatThrownBy(() -> taken(pdf(5_000))).isInstanceOf(UncheckedIOException.class);
            assertThat(STORE.objects()).hasSize(1);

            clock.advance(FileKeeping.UNCLAIMED);
            remove(new FileId(1));

            assertThat(STORE.objects()).isEmpty();
            assertThat(count("file")).isZero();
        });
    }

    @Test
    void whatIsLetGoLeavesTheStoreThoughItDoesNotAnswerAtFirst() {
        inNorth(() -> {
            var id = taken(pdf(5_000)).id();
            within(() -> files.claim(id));
            within(() -> files.release(id));
            STORE.loseAnswers(3);

            assertThatThrownBy(() -> remove(id)).isInstanceOf(UncheckedIOException.class);
            assertThat(count("file")).isEqualTo(1);
            remove(id);

            assertThat(STORE.objects()).isEmpty();
            assertThat(count("file")).isZero();
        });
    }

    private static StandInS3 start() {
        try {
            return new StandInS3();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] object() {
        return STORE.objects().values().iterator().next();
    }

    private StoredFile taken(byte[] file) {
        try {
            return ((Taking.Taken) files.take("a.pdf", in(file), ADA)).file();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(FileId id, long from) {
        var content = ((Opening.Opened) files.open(id)).content();
        try (InputStream in = content.from(from)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(FileId id) {
        try {
            removal.handle(id.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void within(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private long count(String table) {
        return new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("select count(*) from __tenant__." + table)
                        .query(Long.class)
                        .single());
    }
}
