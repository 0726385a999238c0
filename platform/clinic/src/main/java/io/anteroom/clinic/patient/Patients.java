package io.anteroom.clinic.patient;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
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

    /** The record of that number, which nobody else can change until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Patient p where p.id = :id")
    Optional<Patient> lockById(long id);

    /** The patient of that number in the system the clinic came from. */
    Optional<Patient> findByExternalId(String externalId);

    /** Saves a new record, in the caller's transaction or one of its own. */
    @Transactional
    Patient save(Patient patient);

    /** Writes what was changed now, for statements that read it in the same transaction. */
    @Transactional
    void flush();
}
