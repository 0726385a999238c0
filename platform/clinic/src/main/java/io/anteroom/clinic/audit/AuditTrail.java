package io.anteroom.clinic.audit;

import io.anteroom.clinic.audit.AuditFilter.Who;
import io.anteroom.tenancy.EnumCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of the current clinic, a page in one statement. */
@Component
@Transactional(readOnly = true)
public class AuditTrail {

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest entries of the filter, or those that follow the place given. */
    public AuditPage read(AuditFilter filter, Optional<AuditPosition> after) {
        Conditions wanted = Conditions.of(filter, after);
        List<AuditLine> lines = jdbc.sql("""
                        select a.id, a.at, a.actor_kind, a.actor_name, a.action, a.subject_kind, a.subject_id, a.patient_id,
                               a.detail, a.request_id, trim(p.given_name || ' ' || p.family_name) as patient_name
                        from __tenant__.audit_entry a left join __tenant__.patient p on p.id = a.patient_id
                        """ + wanted.sql() + " order by a.at desc, a.id desc limit ?")
                .params(wanted.parametersAnd(AuditPage.SIZE + 1))
                .query((row, _) -> line(row))
                .list();
        boolean more = lines.size() > AuditPage.SIZE;
        return new AuditPage(more ? lines.subList(0, AuditPage.SIZE) : lines, more);
    }

    private static AuditLine line(ResultSet row) throws SQLException {
        return new AuditLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor_name"),
                ActorKind.ofCode(row.getString("actor_kind")) == ActorKind.STAFF,
                EnumCode.read(AuditAction.class, row.getString("action")),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getObject("patient_id", Long.class),
                row.getString("patient_name"),
                Detail.read(row.getString("detail")),
                row.getString("request_id"));
    }

    /** The where clause of a filter. Each set of parts is a statement of its own, so that its kept plan uses an index. */
    private record Conditions(List<String> parts, List<Object> parameters) {

        /** Entries of records that went into theirs are about them too. */
        private static final String OF_PATIENTS = "a.patient_id = any(array(select unnest(w.id"
                + " || array(select p.id from __tenant__.patient p where p.merged and p.merged_into = w.id))"
                + " from unnest(cast(? as bigint[])) as w (id)))";

        static Conditions of(AuditFilter filter, Optional<AuditPosition> after) {
            Conditions wanted = new Conditions(new ArrayList<>(), new ArrayList<>());
            wanted.addWho(filter.who());
            wanted.add(
                    "a.action = ?", filter.what() == null ? null : filter.what().code());
            wanted.add(
                    OF_PATIENTS,
                    filter.patients() == null ? null : filter.patients().toArray(new Long[0]));
            wanted.add("a.at >= ?", utc(filter.from()));
            wanted.add("a.at < ?", utc(filter.until()));
            after.ifPresent(place -> {
                wanted.parts.add("(a.at, a.id) < (?, ?)");
                wanted.parameters.addAll(List.of(place.at().atOffset(ZoneOffset.UTC), place.id()));
            });
            return wanted;
        }

        private void addWho(@Nullable Who who) {
            switch (who) {
                case null -> {}
                case Who.StaffMember(String subject) -> add("a.actor_kind = 'staff' and a.actor_id = ?", subject);
                case Who.AnyStaff() -> parts.add("a.actor_kind = 'staff'");
                case Who.AnyPortalUser() -> parts.add("a.actor_kind = 'patient'");
                case Who.ThePlatform() -> parts.add("a.actor_kind in ('system', 'operator')");
            }
        }

        private void add(String part, @Nullable Object parameter) {
            if (parameter != null) {
                parts.add(part);
                parameters.add(parameter);
            }
        }

        String sql() {
            return parts.isEmpty() ? "" : "where " + String.join(" and ", parts);
        }

        List<Object> parametersAnd(Object last) {
            List<Object> all = new ArrayList<>(parameters);
            all.add(last);
            return all;
        }

        private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
            return time == null ? null : time.atOffset(ZoneOffset.UTC);
        }
    }
}
