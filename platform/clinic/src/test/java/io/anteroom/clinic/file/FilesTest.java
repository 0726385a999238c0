package io.anteroom.clinic.file;

import static io.anteroom.clinic.file.SampleFiles.in;
import static io.anteroom.clinic.file.SampleFiles.pdf;
import static io.anteroom.clinic.file.SampleFiles.text;
import static io.anteroom.testing.Tenants.inNorth;
import static io.anteroom.testing.Tenants.inSouth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.content.FileRefusal;
import io.anteroom.clinic.file.content.FileType;
import io.anteroom.clinic.file.seal.FileSeal;
import io.anteroom.clinic.file.seal.UnreadableFileException;
import io.anteroom.testing.TenantTest;
import io.anteroom.testing.Tenants;
import io.anteroom.testing.TestClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(
        value = FileSlice.class,
        properties = {"anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=", "anteroom.files.largest=1MB"})
class FilesTest {

    private static final Actor ADA = new Actor.PortalUser("1", "Ada Lovelace");

    @Autowired
    Files files;

    @Autowired
    FileRemoval removal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Test
    void aFileComesBackAsItWasSentFromItsBeginningAndFromWithin() {
        byte[] sent = pdf(3 * FileSeal.PIECE + 1_000);
        inNorth(() -> {
            var file = taken("Letter of 3 May.pdf", sent);

            assertThat(file.name()).isEqualTo("Letter of 3 May.pdf");
            assertThat(file.type()).isEqualTo(FileType.PDF);
            assertThat(file.size()).isEqualTo(sent.length);
            assertThat(file.madeBy()).isEqualTo("Ada Lovelace");
            assertThat(file.madeAt()).isEqualTo(TestClock.START);
            assertThat(file.check()).isEqualTo(FileCheck.UNCHECKED);
            assertThat(read(file.id(), 0)).isEqualTo(sent);
            for (int from :
                    new int[] {1, FileSeal.PIECE - 1, FileSeal.PIECE, 2 * FileSeal.PIECE + 7, sent.length - 1}) {
                assertThat(read(file.id(), from)).isEqualTo(Arrays.copyOfRange(sent, from, sent.length));
            }
        });
    }

    @Test
    void aFileOfWholePiecesComesBackToo() {
        inNorth(() -> {
            byte[] sent = pdf(2 * FileSeal.PIECE);
            assertThat(read(taken("a.pdf", sent).id(), 0)).isEqualTo(sent);
        });
    }

    @Test
    void whatIsKeptSaysNothingToWhoReadsTheDatabase() {
        inNorth(() -> {
            var id = taken("a.txt", text("The quick brown fox has a rash".repeat(30)))
                    .id();
            var kept = new TransactionTemplate(transactions)
                    .execute(_ -> jdbc.sql("select sealed from __tenant__.file_chunk where file_id = :id")
                            .param("id", id.value())
                            .query((row, _) -> new String(row.getBytes("sealed"), StandardCharsets.ISO_8859_1))
                            .single());
            assertThat(kept).doesNotContain("fox").doesNotContain("rash");
        });
    }

    @Test
    void withoutTheClinicsKeyItsFilesCannotBeReadAndOtherClinicsCan() {
        byte[] sent = pdf(5_000);
        inNorth(() -> {
            var id = taken("a.pdf", sent).id();
            assertThat(read(id, 0)).isEqualTo(sent);
            write("delete from __tenant__.file_key");

            assertThatThrownBy(() -> read(id, 0)).isInstanceOf(UnreadableFileException.class);
            byte[] later = pdf(6_000);
            assertThat(read(taken("b.pdf", later).id(), 0)).isEqualTo(later);
            assertThatThrownBy(() -> read(id, 0)).isInstanceOf(UnreadableFileException.class);
        });
        inSouth(() -> assertThat(read(taken("a.pdf", sent).id(), 0)).isEqualTo(sent));
    }

    @Test
    void anotherClinicsKeyOpensNothing() {
        inNorth(() -> taken("a.pdf", pdf(5_000)));
        inSouth(() -> taken("a.pdf", pdf(5_000)));
        String north = Tenants.north().id().schema();
        String south = Tenants.south().id().schema();
        Tenants.superuser()
                .sql("update " + south + ".file_key set keyset = (select keyset from " + north + ".file_key)")
                .update();
        inSouth(() -> assertThatThrownBy(() -> read(new FileId(1), 0)).isInstanceOf(UnreadableFileException.class));
    }

    @Test
    void theSameNumberIsAnotherFileInAnotherClinic() {
        byte[] north = pdf(4_000);
        byte[] south = pdf(5_000);
        inNorth(() -> assertThat(taken("n.pdf", north).id()).isEqualTo(new FileId(1)));
        inSouth(() -> assertThat(taken("s.pdf", south).id()).isEqualTo(new FileId(1)));

        inNorth(() -> assertThat(read(new FileId(1), 0)).isEqualTo(north));
        inSouth(() -> {
            assertThat(read(new FileId(1), 0)).isEqualTo(south);
            assertThat(files.find(new FileId(2))).isEmpty();
            assertThat(files.open(new FileId(2))).isInstanceOf(Opening.NotThere.class);
        });
    }

    @Test
    void piecesCannotChangePlaces() {
        inNorth(() -> {
            var id = taken("a.pdf", pdf(3 * FileSeal.PIECE)).id();
            write(
                    "update __tenant__.file_chunk set position = case position when 0 then 10 when 1 then 0 else position end"
                            + " where position < 2");
            write("update __tenant__.file_chunk set position = 1 where position = 10");
            assertThatThrownBy(() -> read(id, 0)).isInstanceOf(UnreadableFileException.class);
        });
    }

    @Test
    void aFileCannotBeCutOff() {
        inNorth(() -> {
            var id = taken("a.pdf", pdf(3 * FileSeal.PIECE)).id();
            write("delete from __tenant__.file_chunk where position = 2");
            assertThatThrownBy(() -> read(id, 0)).isInstanceOf(UncheckedIOException.class);
            write("update __tenant__.file set size = " + 2 * FileSeal.PIECE);
            assertThatThrownBy(() -> read(id, 0)).isInstanceOf(UnreadableFileException.class);
        });
    }

    @Test
    void aPieceOfAnotherFileDoesNotOpen() {
        inNorth(() -> {
            var one = taken("a.pdf", pdf(5_000)).id();
            var other = taken("b.pdf", pdf(5_000)).id();
            write(
                    "update __tenant__.file_chunk set sealed = (select o.sealed from __tenant__.file_chunk o where o.file_id = "
                            + other + ") where file_id = " + one);
            assertThatThrownBy(() -> read(one, 0)).isInstanceOf(UnreadableFileException.class);
        });
    }

    @Test
    void whatIsTooLargeLeavesNothing() {
        inNorth(() -> {
            assertThat(take("a.pdf", pdf(1024 * 1024 + 1))).isEqualTo(new Taking.Refused(FileRefusal.TOO_LARGE));
            assertThat(take("a.pdf", new byte[0])).isEqualTo(new Taking.Refused(FileRefusal.EMPTY));
            assertThat(count("file")).isZero();
        });
    }

    @Test
    void whatNobodyClaimedGoesAndWhatIsClaimedStays() {
        inNorth(() -> {
            var claimed = taken("a.pdf", pdf(5_000)).id();
            var nobodys = taken("b.pdf", pdf(5_000)).id();
            within(() -> files.claim(claimed));

            remove(claimed, nobodys);
            assertThat(files.find(nobodys)).isPresent();
            clock.advance(FileKeeping.UNCLAIMED);
            remove(claimed, nobodys);

            assertThat(files.find(claimed)).isPresent();
            assertThat(files.find(nobodys)).isEmpty();
            assertThat(count("file_chunk")).isEqualTo(1);
            assertThatThrownBy(() -> within(() -> files.claim(nobodys))).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void whatIsReleasedGoesAndIsNotOpenedMeanwhile() {
        inNorth(() -> {
            var id = taken("a.pdf", pdf(5_000)).id();
            within(() -> files.claim(id));
            within(() -> files.release(id));

            assertThat(files.open(id)).isInstanceOf(Opening.NotThere.class);
            remove(id, id);
            assertThat(count("file")).isZero();
            assertThat(count("file_chunk")).isZero();
        });
    }

    @Test
    void aFileBelongsToOneThing() {
        inNorth(() -> {
            var id = taken("a.pdf", pdf(5_000)).id();
            within(() -> files.claim(id));
            assertThatThrownBy(() -> within(() -> files.claim(id))).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void noTransactionIsOpenWhileAFileComes() {
        inNorth(() -> assertThatThrownBy(() -> within(() -> taken("a.pdf", pdf(5_000))))
                .isInstanceOf(IllegalTransactionStateException.class));
    }

    private Taking take(String name, byte[] file) {
        try {
            return files.take(name, in(file), ADA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile taken(String name, byte[] file) {
        return ((Taking.Taken) take(name, file)).file();
    }

    private byte[] read(FileId id, long from) {
        var content = ((Opening.Opened) files.open(id)).content();
        try (InputStream in = content.from(from)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(FileId... ids) {
        for (var id : ids) {
            try {
                removal.handle(id.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void within(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run());
    }

    private void write(String sql) {
        within(() -> jdbc.sql(sql).update());
    }

    private long count(String table) {
        return new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("select count(*) from __tenant__." + table)
                        .query(Long.class)
                        .single());
    }
}
