package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.PractitionerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of practitioners. */
@Repository
class PractitionerStore {

    private static final String PRACTITIONERS = """
            select id, version, staff_subject, name, title, about, ended_at is null as open from __tenant__.practitioner""";

    private final JdbcClient jdbc;

    PractitionerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Practitioner> all() {
        return jdbc.sql(PRACTITIONERS + " order by ended_at is not null, position, id")
                .query((row, _) -> practitioner(row))
                .list();
    }

    Optional<Practitioner> find(PractitionerId id) {
        return jdbc.sql(PRACTITIONERS + " where id = ?")
                .param(id.value())
                .query((row, _) -> practitioner(row))
                .optional();
    }

    /** Who that member of staff is. */
    Optional<Practitioner> of(String staffSubject) {
        return jdbc.sql(PRACTITIONERS + " where staff_subject = ?")
                .param(staffSubject)
                .query((row, _) -> practitioner(row))
                .optional();
    }

    PractitionerId add(PractitionerDetails details, int position) {
        return new PractitionerId(jdbc.sql("""
                        insert into __tenant__.practitioner (staff_subject, name, title, about, position, version)
                        values (?, ?, ?, ?, ?, 0) returning id""")
                .param(details.staffSubject())
                .params(details.name(), details.title(), details.about(), position)
                .query(Long.class)
                .single());
    }

    void change(PractitionerId id, PractitionerDetails details) {
        jdbc.sql("""
                        update __tenant__.practitioner
                           set staff_subject = ?, name = ?, title = ?, about = ?, version = version + 1
                         where id = ?""")
                .param(details.staffSubject())
                .params(details.name(), details.title(), details.about(), id.value())
                .update();
    }

    private static Practitioner practitioner(ResultSet row) throws SQLException {
        return new Practitioner(
                new PractitionerId(row.getLong("id")),
                row.getInt("version"),
                new PractitionerDetails(
                        row.getString("staff_subject"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("about")),
                row.getBoolean("open"));
    }
}
