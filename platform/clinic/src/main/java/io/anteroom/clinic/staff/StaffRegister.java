package io.anteroom.clinic.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff who have signed in to this clinic, as last seen. */
@Component
public class StaffRegister {

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that the person signed in, with the name, address and roles of now. */
    @Transactional
    public void noteSignIn(StaffMember member) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into __tenant__.staff_member as m (subject, name, email, roles, first_seen_at, last_seen_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (subject) do update
                        set name = excluded.name, email = excluded.email, roles = excluded.roles,
                            last_seen_at = excluded.last_seen_at""")
                .params(
                        member.subject(),
                        member.name(),
                        member.email(),
                        member.roles().stream().map(StaffRole::code).sorted().toArray(String[]::new),
                        now,
                        now)
                .update();
    }

    /** Somebody, as last seen; nothing for who never signed in here. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> find(String subject) {
        return jdbc.sql("select subject, name, email, roles from __tenant__.staff_member where subject = :subject")
                .param("subject", subject)
                .query((row, _) -> member(row))
                .optional();
    }

    /** Everybody who ever signed in, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> all() {
        return jdbc.sql("select subject, name, email, roles from __tenant__.staff_member order by lower(name), subject")
                .query((row, _) -> member(row))
                .list();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(row.getString("subject"), row.getString("name"), row.getString("email"), roles(row));
    }

    private static Set<StaffRole> roles(ResultSet row) throws SQLException {
        Array array = row.getArray("roles");
        return Arrays.stream((String[]) array.getArray())
                .map(StaffRole::ofCode)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
