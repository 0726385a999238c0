package io.anteroom.clinic.billing;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The current clinic's invoices. Within this package only: the portal must not reach an unrestricted finder. */
@Transactional(propagation = Propagation.MANDATORY)
interface Invoices extends Repository<Invoice, Long> {

    Invoice save(Invoice invoice);

    void delete(Invoice invoice);

    /** The invoice, its row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Invoice i where i.id = :id")
    Optional<Invoice> lock(long id);
}
