package io.anteroom.clinic.access.directory;

import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.SearchTerms;
import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the patients who have no credential of their own, by name, in one statement. */
@Component
@Transactional(readOnly = true)
public class PatientsWithout {

    private static final int LAST_PAGE = 2_000;

    private static final String WITHOUT = """
            select p.id, p.family_key, p.given_key from __tenant__.patient p
             where not p.merged and not exists (
                   select from __tenant__.access_grant g
                     join __tenant__.portal_account a
                       on a.id = g.account_id and a.closed_at is null and a.addresses <> ''
                    where g.patient_id = p.id and g.relationship = 'self' and g.ended_at is null
            """;

    private static final String OF_ALL = ")";

    /** Asked patient by patient, of the few that are found, whatever plan is kept. */
    private static final String OF_THOSE_FOUND = " offset 0) and p.search @@ cast(:terms as tsquery)";

    private final JdbcClient jdbc;

    PatientsWithout(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of them.
     *
     * @param typed what a patient is found by in any list, or blank for all
     * @param page from 1; beyond the last page it is the first
     */
    public Page find(String typed, int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        long[] total = {0};
        var terms = SearchTerms.of(typed, CurrentTenant.get().country());
        var rows = jdbc.sql(
                        "with found as materialized (" + WITHOUT + (terms.isPresent() ? OF_THOSE_FOUND : OF_ALL) + """
                        ) select p.id, p.given_name, p.family_name, p.birth_date, p.email, p.mobile,
                                 (select count(*) from found) as total
                            from (select id, family_key, given_key from found order by family_key, given_key, id
                                   limit 50 offset :offset) page
                            join __tenant__.patient p on p.id = page.id
                           order by p.family_key, p.given_key, p.id""")
                .param("terms", terms.orElse(""))
                .param("offset", (number - 1) * AccountPage.SIZE)
                .query((row, _) -> {
                    total[0] = row.getLong("total");
                    return row(row);
                })
                .list();
        return rows.isEmpty() && number > 1 ? find(typed, 1) : new Page(rows, number, total[0]);
    }

    private static Row row(ResultSet row) throws SQLException {
        String given = row.getString("given_name");
        String family = row.getString("family_name");
        return new Row(
                new PatientId(row.getLong("id")),
                given.isEmpty() ? family : family + ", " + given,
                row.getObject("birth_date", LocalDate.class),
                row.getString("email"),
                row.getString("mobile"));
    }

    /**
     * A page of the list.
     *
     * @param number which page, from 1
     * @param total how many the whole list has
     */
    public record Page(List<Row> rows, int number, long total) {}

    /**
     * A patient without credentials.
     *
     * @param listedName family name first
     * @param email of the contact details, or null
     * @param mobile of the contact details, in E.164, or null
     */
    public record Row(
            PatientId id,
            String listedName,
            LocalDate birthDate,
            @Nullable String email,
            @Nullable String mobile) {

        /** Names nobody: it is personal. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }
}
