package io.anteroom.clinic.patient;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All patients of the current clinic. For staff and the domain; a patient's pages start from what their account may see. */
@Transactional(readOnly = true)
public interface Patients extends Repository<Patient, Long> {

    /** The record of that number. */
    Optional<Patient> findById(long id);

    /** The record of that id. */
    default Optional<Patient> find(PatientId id) {
        return findById(id.value());
    }

    /** Saves a new record, in the caller's transaction or one of its own. */
    @Transactional
    Patient save(Patient patient);
}
