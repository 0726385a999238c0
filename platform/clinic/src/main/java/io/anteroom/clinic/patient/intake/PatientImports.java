package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.patient.DateOrder;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.WorkQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of patients on their way into the current clinic: brought, mapped, checked, looked at, and taken in. */
@Component
@Transactional
public class PatientImports {

    /** The largest file taken, in bytes. */
    public static final int LARGEST = 5 * 1024 * 1024;

    /** How long staged rows are kept. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final int LONGEST_FILE_NAME = 200;

    private final ImportFiles files;
    private final ImportRows rows;
    private final WorkQueue work;
    private final Clock clock;

    PatientImports(ImportFiles files, ImportRows rows, WorkQueue work, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.work = work;
        this.clock = clock;
    }

    /** What came of bringing a file. */
    public sealed interface Brought {

        /** Its rows are staged. */
        record Staged(ImportId id) implements Brought {}

        /** It could not be taken. */
        record Refused(FileRefusal why) implements Brought {}
    }

    /** Reads a file and stages its rows, with a guess at what its columns are. */
    public Brought bring(String fileName, byte[] bytes, Actor.Staff by) {
        if (bytes.length == 0) {
            return new Brought.Refused(FileRefusal.EMPTY);
        }
        if (bytes.length > LARGEST) {
            return new Brought.Refused(FileRefusal.TOO_LARGE);
        }
        return switch (CsvFile.read(bytes, CurrentTenant.get().country())) {
            case CsvFile.Reading.Refused(FileRefusal why) -> new Brought.Refused(why);
            case CsvFile.Reading.Fine(CsvFile file) -> new Brought.Staged(stage(fileName, file, by));
        };
    }

    private ImportId stage(String fileName, CsvFile file, Actor.Staff by) {
        ImportId id = new ImportId(UUID.randomUUID());
        Instant now = clock.instant();
        ColumnMapping guess = ColumnMapping.guess(file.header());
        DateOrder order = DateOrderGuess.of(file, guess, CurrentTenant.get().country());
        files.add(new PatientImport(
                id,
                ImportState.MAPPING,
                shortened(fileName),
                file.charset(),
                file.delimiter(),
                file.header(),
                guess,
                order,
                file.rows().size(),
                0,
                0,
                0,
                0,
                by.id(),
                by.name(),
                now,
                null));
        rows.add(id, file.rows());
        work.add(ImportPurge.KIND, id.toString(), now.plus(KEPT));
        return id;
    }

    /** A file by its id. */
    @Transactional(readOnly = true)
    public Optional<PatientImport> find(ImportId id) {
        return files.find(id);
    }

    /** The newest files, at most ten. */
    @Transactional(readOnly = true)
    public List<PatientImport> newest() {
        return files.newest();
    }

    /** The first values of each column, at most three that are not empty, to see what it holds. */
    @Transactional(readOnly = true)
    public List<List<String>> samples(PatientImport file) {
        List<StagedRow> first = rows.first(file.id(), 50);
        return IntStream.range(0, file.header().size())
                .mapToObj(column -> first.stream()
                        .map(row -> row.cells().get(column))
                        .filter(cell -> !cell.isEmpty())
                        .distinct()
                        .limit(3)
                        .toList())
                .toList();
    }

    /**
     * Has every row read by that mapping. A file that is under way or done stays as it is.
     *
     * @param mapping without {@link ColumnMapping#problems()}, a field per column of the file
     */
    public void check(ImportId id, ColumnMapping mapping, DateOrder order) {
        files.lock(id).filter(PatientImports::waits).ifPresent(_ -> {
            rows.reset(id);
            files.startChecking(id, mapping, order);
            work.add(ImportWork.KIND, id.toString());
        });
    }

    /** Has the rows that are ready made patients. Asked twice it happens once. */
    public void start(ImportId id) {
        files.lock(id).filter(file -> file.state() == ImportState.CHECKED).ifPresent(_ -> {
            files.moveTo(id, ImportState.IMPORTING);
            work.add(ImportWork.KIND, id.toString());
        });
    }

    /** Forgets a file of which nothing was made; false if its import has been started. */
    public boolean discard(ImportId id) {
        boolean waits = files.lock(id).filter(PatientImports::waits).isPresent();
        if (waits) {
            files.delete(id);
        }
        return waits;
    }

    /** Rows of one verdict, in the file's order. */
    @Transactional(readOnly = true)
    public List<StagedRow> rows(ImportId id, Verdict verdict, int most, int offset) {
        return rows.ofVerdict(id, verdict, most, offset);
    }

    /** The rows that were left out, with what is wrong with them, as a file in the shape of the one that came. */
    @Transactional(readOnly = true)
    public String leftOut(PatientImport file) {
        return ProblemsCsv.write(file.header(), file.delimiter(), rows.leftOut(file.id()));
    }

    private static boolean waits(PatientImport file) {
        return file.state() == ImportState.MAPPING || file.state() == ImportState.CHECKED;
    }

    private static String shortened(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "");
        return name.length() <= LONGEST_FILE_NAME ? name : name.substring(0, LONGEST_FILE_NAME);
    }
}
