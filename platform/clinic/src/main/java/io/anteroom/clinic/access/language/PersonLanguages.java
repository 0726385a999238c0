package io.anteroom.clinic.access.language;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.settings.PortalLanguages;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.language.Language;
import io.anteroom.language.Words;
import io.anteroom.tenancy.CurrentTenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The language each person chose, kept with the account they sign in with. Mail and text messages to somebody are in it; to
 * whoever never chose, and to whoever has no account, they are in the clinic's.
 */
@Component
public class PersonLanguages {

    private final JdbcClient jdbc;
    private final PublishedPortals portals;

    PersonLanguages(JdbcClient jdbc, PublishedPortals portals) {
        this.jdbc = jdbc;
        this.portals = portals;
    }

    /** What that account's holder chose. */
    @Transactional(readOnly = true)
    public Optional<Language> chosen(AccountId account) {
        return jdbc.sql("select language from __tenant__.portal_account where id = :account and language is not null")
                .param("account", account.value())
                .query(String.class)
                .optional()
                .flatMap(Language::of);
    }

    /** Keeps what that account's holder chose. */
    @Transactional
    public void choose(AccountId account, Language language) {
        jdbc.sql("update __tenant__.portal_account set language = :language where id = :account")
                .param("language", language.tag())
                .param("account", account.value())
                .update();
    }

    /** How to speak to that account's holder. */
    @Transactional(readOnly = true)
    public Words wordsFor(AccountId account) {
        return words(chosen(account));
    }

    /** How to speak to that patient, by the account the patient signs in with. */
    @Transactional(readOnly = true)
    public Words wordsFor(PatientId patient) {
        return words(jdbc.sql("""
                        select a.language from __tenant__.access_grant g
                          join __tenant__.portal_account a on a.id = g.account_id
                         where g.patient_id = :patient and g.relationship = 'self' and g.ended_at is null
                           and a.closed_at is null and a.language is not null
                         order by g.id limit 1""")
                .param("patient", patient.value())
                .query(String.class)
                .optional()
                .flatMap(Language::of));
    }

    /** How to speak to whoever is reached at {@code address}, by the account that signs in with it. */
    @Transactional(readOnly = true)
    public Words wordsAt(String address) {
        return wordsAt(address, null);
    }

    /**
     * The same of whoever just asked for a message.
     *
     * @param spoken what they were spoken to in, which counts as long as nobody who signs in with it has chosen; or null
     */
    @Transactional(readOnly = true)
    public Words wordsAt(String address, @Nullable Language spoken) {
        return words(jdbc.sql("""
                        select a.language from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id
                         where c.value = :address and a.closed_at is null and a.language is not null limit 1""")
                .param("address", address)
                .query(String.class)
                .optional()
                .flatMap(Language::of)
                .or(() -> Optional.ofNullable(spoken)));
    }

    /** How the clinic speaks to strangers. */
    public Words clinics() {
        return words(Optional.empty());
    }

    private Words words(Optional<Language> chosen) {
        PortalLanguages languages = portals.current().languages();
        return Words.in(languages.of(chosen), CurrentTenant.get().country());
    }
}
