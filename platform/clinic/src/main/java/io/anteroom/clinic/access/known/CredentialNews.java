package io.anteroom.clinic.access.known;

import io.anteroom.tenancy.known.KnownAddress;
import io.anteroom.tenancy.known.KnownAddresses.Change;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The addresses that somebody began or ceased to sign in with, as the database noted them, and all there are. */
@Component
class CredentialNews {

    private static final int AT_A_TIME = 5_000;

    private static final String HELD = """
            exists (select from __tenant__.credential c
                      join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                     where c.channel = n.channel and c.value = n.value) as held""";

    private final JdbcClient jdbc;

    CredentialNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest news, and how it stands with their addresses at this moment. */
    @Transactional(readOnly = true)
    News oldest() {
        var ids = new ArrayList<Long>();
        Set<KnownAddress> held = new LinkedHashSet<>();
        Set<KnownAddress> gone = new LinkedHashSet<>();
        jdbc.sql("select n.id, n.channel, n.value, " + HELD
                        + " from __tenant__.credential_news n order by n.id limit :most")
                .param("most", AT_A_TIME)
                .query((row, _) -> {
                    ids.add(row.getLong("id"));
                    return (row.getBoolean("held") ? held : gone).add(address(row));
                })
                .list();
        return new News(ids, new Change(held, gone));
    }

    /** Everything that somebody signs in with. */
    @Transactional(readOnly = true)
    List<KnownAddress> everything() {
        return jdbc.sql("""
                        select c.channel, c.value from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null""").query((row, _) -> address(row)).list();
    }

    /** These have been seen to. */
    @Transactional
    public void forget(News news) {
        jdbc.sql("delete from __tenant__.credential_news where id = any(:ids)")
                .param("ids", news.ids().toArray(Long[]::new))
                .update();
    }

    private static KnownAddress address(ResultSet row) throws SQLException {
        return new KnownAddress(row.getString("channel"), row.getString("value"));
    }

    /**
     * Some news.
     *
     * @param ids the rows
     * @param change what they come to
     */
    record News(List<Long> ids, Change change) {

        /** Whether there may be more than these. */
        boolean more() {
            return ids.size() == AT_A_TIME;
        }
    }
}
