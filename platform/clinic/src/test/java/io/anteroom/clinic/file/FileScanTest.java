package io.anteroom.clinic.file;

import static io.anteroom.clinic.file.SampleFiles.in;
import static io.anteroom.clinic.file.SampleFiles.text;
import static io.anteroom.testing.Tenants.inNorth;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.file.content.FileRefusal;
import io.anteroom.clinic.file.scan.StandInClamd;
import io.anteroom.clinic.file.scan.StandInClamd.Mood;
import io.anteroom.testing.TenantTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TenantTest(
        value = FileSlice.class,
        properties = {
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.scanner.timeout=500ms"
        })
@RecordApplicationEvents
class FileScanTest {

    private static final Actor ADA = new Actor.PortalUser("1", "Ada Lovelace");
    private static final StandInClamd CLAMD = start();

    @Autowired
    Files files;

    @Autowired
    FileScan scan;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry settings) {
        settings.add("anteroom.files.scanner.address", CLAMD::address);
    }

    @AfterAll
    static void stop() throws IOException {
        CLAMD.close();
    }

    @BeforeEach
    void well() {
        CLAMD.mood(Mood.WELL);
    }

    @Test
    void whatTheScannerFindsIsNotKeptAndWhatItPassesOpensAtOnce() {
        inNorth(() -> {
            assertThat(take("an EVIL letter")).isEqualTo(new Taking.Refused(FileRefusal.VIRUS));
            assertThat(count("file")).isZero();
            var file = ((Taking.Taken) take("a letter")).file();
            assertThat(file.check()).isEqualTo(FileCheck.CLEAN);
            assertThat(files.open(file.id())).isInstanceOf(Opening.Opened.class);
        });
    }

    @Test
    void whileTheScannerDoesNotAnswerAFileWaitsUnseenAndIsAskedAboutAgain() {
        inNorth(() -> {
            CLAMD.mood(Mood.TOO_LONG);
            var file = ((Taking.Taken) take("a letter")).file();
            assertThat(files.open(file.id())).isInstanceOf(Opening.Waiting.class);
            handle(file.id());
            assertThat(files.open(file.id())).isInstanceOf(Opening.Waiting.class);

            CLAMD.mood(Mood.WELL);
            handle(file.id());
            assertThat(files.open(file.id())).isInstanceOf(Opening.Opened.class);
            assertThat(events.stream(FileChecked.class)).containsExactly(new FileChecked(file.id(), true));
        });
    }

    @Test
    void whatIsFoundLaterLosesItsContentAndStaysKnown() {
        inNorth(() -> {
            CLAMD.mood(Mood.TOO_LONG);
            var file = ((Taking.Taken) take("an EVIL letter")).file();
            CLAMD.mood(Mood.WELL);

            handle(file.id());

            assertThat(files.open(file.id())).isInstanceOf(Opening.Infected.class);
            assertThat(count("file_chunk")).isZero();
            assertThat(events.stream(FileChecked.class)).containsExactly(new FileChecked(file.id(), false));
        });
    }

    private static StandInClamd start() {
        try {
            return new StandInClamd();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Taking take(String text) {
        try {
            return files.take("a.txt", in(text(text)), ADA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(FileId id) {
        try {
            scan.handle(id.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long count(String table) {
        return new TransactionTemplate(transactions)
                .execute(_ -> jdbc.sql("select count(*) from __tenant__." + table)
                        .query(Long.class)
                        .single());
    }
}
