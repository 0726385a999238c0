package io.anteroom.clinic.patient;

import io.anteroom.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds patients of the current clinic by parts of names, birth date, phone number or email, in one statement. */
@Component
@Transactional(readOnly = true)
public class PatientSearch {

    private static final int LAST_PAGE = 2_000;
    private static final int MOST_DUPLICATES = 10;
    private static final String COLUMNS =
            "id, given_name, family_name, preferred_name, birth_date, email, mobile, home_phone, phone, alerts";
    private static final String ALL = "select " + COLUMNS
            + ", (select count(*) from __tenant__.patient where not merged) as total from __tenant__.patient where not merged";

    /** Materialized, since a plan kept for any words would rather walk the index of names and look at every patient. */
    private static final String FOUND = "with found as materialized (select " + COLUMNS
            + ", family_key, given_key, created_at from __tenant__.patient where search @@ cast(? as tsquery) and not merged)"
            + " select " + COLUMNS + ", (select count(*) from found) as total from found";

    private final JdbcClient jdbc;

    PatientSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page of the patients found by what was typed, or of all of them if nothing was.
     *
     * @param page from 1; beyond the last page there are no rows
     */
    public PatientPage find(String typed, PatientSort sort, int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        long[] total = {0};
        List<PatientRow> rows = select(SearchTerms.of(typed, CurrentTenant.get().country()), sort, number)
                .query((row, _) -> {
                    total[0] = row.getLong("total");
                    return patient(row);
                })
                .list();
        // A page past the end has no row to bring the total along; the first page is where it leads.
        return rows.isEmpty() && number > 1 ? find(typed, sort, 1) : new PatientPage(rows, number, total[0]);
    }

    private JdbcClient.StatementSpec select(Optional<String> query, PatientSort sort, int number) {
        String page = " order by " + sort.sql() + " limit ? offset ?";
        int offset = (number - 1) * PatientPage.SIZE;
        return query.map(terms -> jdbc.sql(FOUND + page).params(terms, PatientPage.SIZE, offset))
                .orElseGet(() -> jdbc.sql(ALL + page).params(PatientPage.SIZE, offset));
    }

    /** Patients of the same name, however it is written, and the same birth date, be it of a record that went into theirs. */
    List<PatientRow> sameAs(PatientDetails details) {
        return jdbc.sql("select " + COLUMNS + " from __tenant__.patient where id in (select coalesce(merged_into, id)"
                        + " from __tenant__.patient where family_key = ? and given_key = ? and birth_date = ?)"
                        + " order by id limit ?")
                .params(
                        NameKey.of(details.familyName()),
                        NameKey.of(details.givenName()),
                        details.birthDate(),
                        MOST_DUPLICATES)
                .query((row, _) -> patient(row))
                .list();
    }

    private static PatientRow patient(ResultSet row) throws SQLException {
        return new PatientRow(
                new PatientId(row.getLong("id")),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("preferred_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("email"),
                Stream.of(row.getString("mobile"), row.getString("home_phone"), row.getString("phone"))
                        .flatMap(Stream::ofNullable)
                        .map(PhoneNumber::new)
                        .toList(),
                row.getString("alerts"));
    }
}
