package io.anteroom.tenancy.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.anteroom.tenancy.TenantId;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * SQL as the application writes it, checked once and kept, and made into the SQL of one tenant: {@code __tenant__} gives
 * way to the schema's name. The check reads the text with the driver's own parser, so that the two agree on where a
 * statement ends.
 */
final class TenantSql {

    static final String MARKER = "__tenant__";

    /** By the first word of the text, since the driver takes EXPLAIN SELECT and PREPARE x AS SELECT for a SELECT. */
    private static final Set<String> ALLOWED =
            Set.of("select", "insert", "update", "delete", "merge", "with", "values");

    private final Cache<String, Checked> checked =
            Caffeine.newBuilder().maximumSize(10_000).build();

    private record Checked(String sql, boolean marked) {}

    /**
     * The SQL to send for {@code tenant}.
     *
     * @throws RefusedSqlException if {@code sql} is anything but one plain statement
     */
    String of(String sql, TenantId tenant) throws SQLException {
        Checked known = checked.getIfPresent(sql);
        if (known == null) {
            known = check(sql);
            checked.put(sql, known);
        }
        return known.marked() ? sql.replace(MARKER, tenant.schema()) : sql;
    }

    private static Checked check(String sql) throws SQLException {
        if (sql.toLowerCase(Locale.ROOT).contains("set_config")) {
            throw new RefusedSqlException("set_config");
        }
        if (!Parser.replaceProcessing(sql, true, true).equals(sql)) {
            throw new RefusedSqlException("a JDBC escape");
        }
        List<NativeQuery> statements = Parser.parseJdbcSql(sql, true, true, true, false, false);
        if (statements.size() != 1) {
            throw new RefusedSqlException(statements.size() + " statements in one");
        }
        String word = firstWord(sql);
        if (!ALLOWED.contains(word)) {
            throw new RefusedSqlException("a statement that is no query and no change of rows");
        }
        return new Checked(sql, sql.contains(MARKER));
    }

    private static String firstWord(String sql) {
        char[] text = sql.toCharArray();
        int at = 0;
        while (at < text.length) {
            char c = text[at];
            if (c == '-') {
                at = Parser.parseLineComment(text, at);
            } else if (c == '/') {
                at = Parser.parseBlockComment(text, at);
            } else if (c != '(' && !Character.isWhitespace(c)) {
                break;
            }
            at++;
        }
        int end = at;
        while (end < text.length && Character.isLetter(text[end])) {
            end++;
        }
        return sql.substring(Math.min(at, text.length), end).toLowerCase(Locale.ROOT);
    }
}
