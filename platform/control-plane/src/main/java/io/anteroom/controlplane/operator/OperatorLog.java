package io.anteroom.controlplane.operator;

import io.anteroom.webkit.CurrentRequest;
import io.anteroom.webkit.security.RequestIdFilter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What operators did. The database gives nobody the right to change or delete a line. */
@Transactional(transactionManager = "controlTransactions", readOnly = true)
public class OperatorLog {

    /** Lines on a page. */
    static final int PAGE = 50;

    private static final String COLUMNS =
            "select id, at, operator_name, action, tenant_ref, about, reason, request_id from control.operator_audit ";

    private final JdbcClient control;
    private final Clock clock;

    OperatorLog(JdbcClient control, Clock clock) {
        this.control = control;
        this.clock = clock;
    }

    /**
     * Writes a line in the transaction of the act.
     *
     * @param tenant the reference of the tenant's page, where it was about one
     * @param about the name of what it was done to
     * @param reason why, up to 500 characters
     */
    @Transactional(transactionManager = "controlTransactions", propagation = Propagation.MANDATORY)
    public void record(Operator who, OperatorAct act, @Nullable String tenant, String about, String reason) {
        control.sql("""
                        insert into control.operator_audit
                            (at, operator_subject, operator_name, action, tenant_ref, about, reason, request_id)
                        values (:at, :subject, :name, :action, :tenant, :about, :reason, :request)
                        """)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("subject", who.subject())
                .param("name", who.name())
                .param("action", act.key())
                .param("tenant", tenant, Types.VARCHAR)
                .param("about", about)
                .param("reason", reason)
                .param(
                        "request",
                        CurrentRequest.find().map(RequestIdFilter::idOf).orElse("-"))
                .update();
    }

    /** The newest lines before the line {@code before}, one more than a page so that one sees whether more follow. */
    List<OperatorEntry> before(long before) {
        return control.sql(COLUMNS + "where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(OperatorLog::entry)
                .list();
    }

    /** The newest lines about one tenant. */
    public List<OperatorEntry> about(String tenant) {
        return control.sql(COLUMNS + "where tenant_ref = :tenant order by id desc limit :limit")
                .param("tenant", tenant)
                .param("limit", PAGE)
                .query(OperatorLog::entry)
                .list();
    }

    private static OperatorEntry entry(ResultSet row, int number) throws SQLException {
        return new OperatorEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("operator_name"),
                OperatorAct.ofKey(row.getString("action")),
                row.getString("tenant_ref"),
                row.getString("about"),
                row.getString("reason"),
                row.getString("request_id"));
    }
}
