package io.anteroom.tenancy.data;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

@Transactional(readOnly = true)
interface Notes extends Repository<Note, Long> {

    Optional<Note> findById(long id);

    List<Note> findAllByOrderById();

    @Query(value = "select text from __tenant__.note order by id", nativeQuery = true)
    List<String> texts();

    @Transactional
    Note save(Note note);

    @Transactional
    void delete(Note note);
}
