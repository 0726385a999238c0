package io.anteroom.clinic.access.signin;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins by the browser that holds them. */
@Component
class SignInRows {

    private static final String COLUMNS =
            "id, channel, typed, host, asked_at, finished_at, errand_kind, errand_ref, language";

    private final JdbcClient jdbc;
    private final RandomTokens tokens;

    SignInRows(JdbcClient jdbc, RandomTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** Begins one; what its browser is to hold is in the answer and nowhere else. */
    Begun begin(SignInAddress address, String host, @Nullable Errand errand, Instant now) {
        var browser = new BrowserToken(tokens.draw());
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into __tenant__.sign_in
                               (id, browser_hash, channel, typed, host, asked_at, errand_kind, errand_ref, language)
                        values (:id, :browser, :channel, :typed, :host, :now, :errandKind, :errandRef, :language)""")
                .param("id", id)
                .param("browser", browser.hash())
                .param("channel", address.channel().stored())
                .param("typed", address.value())
                .param("host", host)
                .param("now", sql(now))
                .param("errandKind", errand == null ? null : errand.kind())
                .param("errandRef", errand == null ? null : errand.ref())
                .param(
                        "language",
                        Words.spoken().map(words -> words.language().tag()).orElse(null))
                .update();
        return new Begun(id, browser);
    }

    record Begun(UUID id, BrowserToken browser) {}

    /** The sign-in that {@code browser} holds. */
    Optional<SignIn> find(BrowserToken browser) {
        return one("browser_hash = :of", browser.hash());
    }

    /** The same, locked to the end of the transaction: of two tabs, one goes first. */
    Optional<SignIn> hold(BrowserToken browser) {
        return one("browser_hash = :of for update", browser.hash());
    }

    /** The sign-in of that id. */
    Optional<SignIn> find(UUID id) {
        return one("id = :of", id);
    }

    /** The same, locked to the end of the transaction. */
    Optional<SignIn> hold(UUID id) {
        return one("id = :of for update", id);
    }

    private Optional<SignIn> one(String where, Object of) {
        return jdbc.sql("select " + COLUMNS + " from __tenant__.sign_in where " + where)
                .param("of", of)
                .query(SignInRows::signIn)
                .optional();
    }

    void finish(UUID id, SessionId session, Instant now) {
        jdbc.sql("update __tenant__.sign_in set finished_at = :now, session_id = :session where id = :id")
                .param("now", sql(now))
                .param("session", session.value())
                .param("id", id)
                .update();
    }

    private static SignIn signIn(ResultSet row, int number) throws SQLException {
        return new SignIn(
                row.getObject("id", UUID.class),
                new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("typed")),
                row.getString("host"),
                instant(row, "asked_at"),
                instantOrNull(row, "finished_at"),
                errand(row),
                language(row));
    }

    private static @Nullable Language language(ResultSet row) throws SQLException {
        var tag = row.getString("language");
        return tag == null ? null : Language.of(tag).orElse(null);
    }

    private static @Nullable Errand errand(ResultSet row) throws SQLException {
        var kind = row.getString("errand_kind");
        return kind == null ? null : new Errand(kind, row.getString("errand_ref"));
    }
}
