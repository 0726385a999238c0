package io.anteroom.clinic.profile;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What goes of wishes to have contact details changed into a copy of everything: those of whoever asked for the copy. */
@Component
public class CopiedWishes {

    private final ProfileRows rows;

    CopiedWishes(ProfileRows rows) {
        this.rows = rows;
    }

    /**
     * Some of them, in the order of their numbers, whatever became of them.
     *
     * @param account who asked for them
     * @param after a number, 0 to begin
     */
    @Transactional(propagation = Propagation.MANDATORY, readOnly = true)
    public List<ProfileChange> read(PatientId patient, AccountId account, long after, int most) {
        return rows.of(patient, account, after, most);
    }
}
