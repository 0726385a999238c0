package io.anteroom.clinic.patient.intake;

import io.anteroom.clinic.patient.DetailsReader;
import io.anteroom.clinic.patient.intake.ImportRows.Checked;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the staged rows of a file, some at a time, so that it can be watched and taken up where it was left. */
@Component
class RowCheck {

    static final int ROWS_AT_A_TIME = 500;

    private final ImportFiles files;
    private final ImportRows rows;
    private final Duplicates duplicates;
    private final Clock clock;

    RowCheck(ImportFiles files, ImportRows rows, Duplicates duplicates, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    /**
     * Checks the next rows.
     *
     * @return whether there is more to do
     */
    @Transactional
    public boolean next(ImportId id) {
        Optional<PatientImport> file = files.lock(id).filter(found -> found.state() == ImportState.CHECKING);
        file.ifPresent(this::check);
        return file.isPresent();
    }

    private void check(PatientImport file) {
        List<StagedRow> next = rows.unchecked(file.id(), ROWS_AT_A_TIME);
        if (next.isEmpty()) {
            duplicates.markKnownPatients(file.id());
            duplicates.markRepeatedRows(file.id());
            files.countVerdicts(file.id());
            files.moveTo(file.id(), ImportState.CHECKED);
        } else {
            DetailsReader reader = reader(file);
            rows.noteVerdicts(
                    file.id(),
                    next.stream()
                            .map(row ->
                                    new Checked(row, reader.read(file.mapping().texts(row.cells()))))
                            .toList());
            files.noteChecked(file.id(), next.size());
        }
    }

    private DetailsReader reader(PatientImport file) {
        Tenant tenant = CurrentTenant.get();
        return new DetailsReader(
                tenant.country(), file.dateOrder(), LocalDate.ofInstant(clock.instant(), tenant.zone()));
    }
}
