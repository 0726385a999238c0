package io.anteroom.clinic.patient;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All patients of the current clinic, but for records that went into others ({@link MergedRecords}). For staff and the
 * domain; a patient's pages start from what their account may see.
 */
@Transactional(readOnly = true)
public interface Patients extends Repository<Patient, Long> {

    /** The record of that number. */
    @Query("select p from Patient p where p.id = :id and not p.merged")
    Optional<Patient> findById(long id);

    /** The record of that id. */
    default Optional<Patient> find(PatientId id) {
        return findById(id.value());
    }

    /** The record of that number, which nobody else can change until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from Patient p where p.id = :id and not p.merged")
    Optional<Patient> lockById(long id);

    /**
     * The numbers of the records whose patient has that number in the system the clinic came from, or had it on a record
     * that went into this one. At most one has it now.
     */
    @Query("select coalesce(p.mergedInto, p.id) from Patient p where p.externalId = :externalId"
            + " or p.mergedExternalId = :externalId")
    List<Long> findByExternalId(String externalId);

    /** The number of the record into which that one went, if it did. */
    @Query("select p.mergedInto from Patient p where p.id = :id and p.merged")
    Optional<Long> findMergedInto(long id);

    /** Saves a new record, in the caller's transaction or one of its own. */
    @Transactional
    Patient save(Patient patient);

    /** Writes what was changed now, for statements that read it in the same transaction. */
    @Transactional
    void flush();
}
