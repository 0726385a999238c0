package io.anteroom.clinic.access.registration;

import static io.anteroom.clinic.access.SqlTimes.instant;
import static io.anteroom.clinic.access.SqlTimes.instantOrNull;
import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientKeys;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.patient.SearchTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts that people opened by themselves. */
@Component
class RegistrationRows {

    private static final int MOST_LIKE_ONE = 200;

    private static final String SELECT = """
            select r.account_id, r.given_name, r.family_name, r.birth_date, r.channel, r.value, a.origin, r.made_at,
                   r.state, r.decided_at, r.decided_by, r.word
              from __tenant__.registration r join __tenant__.portal_account a on a.id = r.account_id
            """;

    private final JdbcClient jdbc;

    RegistrationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what somebody said until the code is entered. */
    void keep(String ref, Draft draft, Instant now) {
        var applicant = draft.applicant();
        jdbc.sql("""
                        insert into __tenant__.registration_draft (ref, given_name, family_name, birth_date, origin, said_at)
                        values (:ref, :given, :family, :born, :origin, :now)
                        on conflict (ref) do update set said_at = excluded.said_at""")
                .param("ref", ref)
                .param("given", applicant.givenName())
                .param("family", applicant.familyName())
                .param("born", applicant.birthDate())
                .param("origin", draft.origin().name().toLowerCase(Locale.ROOT))
                .param("now", sql(now))
                .update();
    }

    /** What was said, by its reference. */
    Optional<Draft> draft(String ref) {
        return jdbc.sql("""
                        select given_name, family_name, birth_date, origin from __tenant__.registration_draft
                         where ref = :ref""")
                .param("ref", ref)
                .query((row, number) -> new Draft(applicant(row), origin(row)))
                .optional();
    }

    /** Forgets it; done twice it is forgotten. */
    void forget(String ref) {
        jdbc.sql("delete from __tenant__.registration_draft where ref = :ref")
                .param("ref", ref)
                .update();
    }

    void add(AccountId account, Applicant applicant, SignInAddress contact, Instant now) {
        var keys = PatientKeys.of(applicant.details());
        jdbc.sql("""
                        insert into __tenant__.registration (account_id, given_name, family_name, birth_date, family_key,
                               given_key, channel, value, made_at, state)
                        values (:account, :given, :family, :born, :familyKey, :givenKey, :channel, :value, :now, 'open')""")
                .param("account", account.value())
                .param("given", applicant.givenName())
                .param("family", applicant.familyName())
                .param("born", applicant.birthDate())
                .param("familyKey", keys.familyName())
                .param("givenKey", keys.givenName())
                .param("channel", contact.channel().stored())
                .param("value", contact.value())
                .param("now", sql(now))
                .update();
    }

    Optional<Registration> find(AccountId account) {
        return jdbc.sql(SELECT + " where r.account_id = :account")
                .param("account", account.value())
                .query(RegistrationRows::registration)
                .optional();
    }

    /** The same while the account is open, locked to the end of the transaction: of two staff, one decides. */
    Optional<Registration> hold(AccountId account) {
        return jdbc.sql(SELECT + " where r.account_id = :account and a.closed_at is null for update of r")
                .param("account", account.value())
                .query(RegistrationRows::registration)
                .optional();
    }

    /**
     * Those nobody has decided on, the longest waiting first.
     *
     * @param after behind which one to go on, decided on or not; 0 for the beginning
     */
    List<Registration> open(long after, int most) {
        return jdbc.sql(SELECT + """
                         where r.state = 'open' and a.closed_at is null
                           and (r.made_at, r.account_id) > (coalesce(
                               (select made_at from __tenant__.registration where account_id = :after), '-infinity'), :after)
                         order by r.made_at, r.account_id limit :most""")
                .param("after", after)
                .param("most", most)
                .query(RegistrationRows::registration)
                .list();
    }

    /** Those nobody has decided on that may be of that patient. */
    List<Registration> openLike(PatientId patient) {
        return jdbc.sql(SELECT + """
                          join __tenant__.patient p on p.id = :patient
                         where r.state = 'open' and a.closed_at is null
                           and (r.family_key = p.family_key and r.given_key = p.given_key and r.birth_date = p.birth_date
                             or r.channel = 'email' and r.value = p.email
                             or r.channel = 'mobile' and r.value in (p.mobile, p.home_phone, p.phone))
                         order by r.made_at, r.account_id limit :most""")
                .param("patient", patient.value())
                .param("most", MOST_LIKE_ONE)
                .query(RegistrationRows::registration)
                .list();
    }

    /** Patients who may be the person; those of the same name and birth date first, then those with another first name. */
    List<PossibleMatch> matches(Registration registration, int most) {
        var contact = registration.contact();
        var keys = PatientKeys.of(registration.applicant().details());
        return jdbc.sql(matching(contact.channel()))
                .param("family", keys.familyName())
                .param("given", keys.givenName())
                .param("born", registration.applicant().birthDate())
                .param("value", contact.value())
                .param(
                        "number",
                        contact.channel() == CredentialChannel.MOBILE
                                ? SearchTerms.ofNumber(new PhoneNumber(contact.value()))
                                : "")
                .param("most", most)
                .query((row, number) -> new PossibleMatch(
                        new PatientId(row.getLong("id")),
                        row.getString("name"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getBoolean("same_name"),
                        row.getBoolean("same_family_name"),
                        row.getBoolean("same_contact"),
                        row.getBoolean("has_account")))
                .list();
    }

    /**
     * Each reason is asked for by itself, so that each is an index's: of names, of addresses, and for a number, which may
     * stand in any of three fields, that of the words a record is found by. The birth date is kept from its own index:
     * records brought from elsewhere may share an invented one by the thousand.
     */
    static String matching(CredentialChannel channel) {
        var contact = switch (channel) {
            case EMAIL -> "p.email = :value";
            case MOBILE -> "p.search @@ cast(:number as tsquery) and :value in (p.mobile, p.home_phone, p.phone)";
        };
        return """
                with name_alike as (
                    select p.id, p.given_key = :given as name from __tenant__.patient p
                     where not p.merged and p.family_key = :family and p.birth_date + 0 = :born),
                contact_alike as (
                    select p.id from __tenant__.patient p where not p.merged and CONTACT),
                found as (
                    select id, bool_or(name) as same_name, bool_or(not name and not contact) as same_family_name,
                           bool_or(contact) as same_contact
                      from (select id, name, false as contact from name_alike
                            union all select id, false, true from contact_alike) alike
                     group by id)
                select p.id, btrim(p.given_name || ' ' || p.family_name) as name, p.birth_date,
                       f.same_name, f.same_family_name, f.same_contact,
                       exists (select 1 from __tenant__.access_grant g
                                 join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                                where g.patient_id = f.id and g.relationship = 'self' and g.ended_at is null) as has_account
                  from found f join __tenant__.patient p on p.id = f.id
                 order by f.same_name desc, f.same_family_name desc, f.same_contact desc, f.id limit :most""".replace("CONTACT", contact);
    }

    /**
     * What the patient signs in with and entered by themselves: of an account that the person opened, unless it stood on the
     * record before.
     */
    List<SignInAddress> enteredBy(PatientId patient) {
        return jdbc.sql("""
                        select c.channel, c.value from __tenant__.access_grant g
                          join __tenant__.portal_account a on a.id = g.account_id and a.closed_at is null
                          join __tenant__.patient p on p.id = g.patient_id
                          join __tenant__.credential c on c.account_id = a.id
                         where g.patient_id = :patient and g.relationship = 'self' and g.ended_at is null
                           and a.origin in ('registration', 'booking', 'form')
                           and not (p.created_at < a.created_at
                                and c.value = case c.channel when 'email' then coalesce(p.email, '')
                                                             else coalesce(p.mobile, '') end)
                         order by c.channel""")
                .param("patient", patient.value())
                .query((row, number) ->
                        new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")))
                .list();
    }

    void join(AccountId account, PatientId patient, String by, Instant now) {
        jdbc.sql("""
                        update __tenant__.registration
                           set state = 'joined', decided_at = :now, decided_by = :by, patient_id = :patient
                         where account_id = :account and state = 'open'""")
                .param("account", account.value())
                .param("patient", patient.value())
                .param("by", by)
                .param("now", sql(now))
                .update();
    }

    void refuse(AccountId account, String word, String by, Instant now) {
        jdbc.sql("""
                        update __tenant__.registration
                           set state = 'refused', decided_at = :now, decided_by = :by, word = :word
                         where account_id = :account and state = 'open'""")
                .param("account", account.value())
                .param("word", word)
                .param("by", by)
                .param("now", sql(now))
                .update();
    }

    private static Registration registration(ResultSet row, int number) throws SQLException {
        return new Registration(
                new AccountId(row.getLong("account_id")),
                applicant(row),
                new SignInAddress(CredentialChannel.of(row.getString("channel")), row.getString("value")),
                origin(row),
                instant(row, "made_at"),
                Registration.State.of(row.getString("state")),
                instantOrNull(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("word"));
    }

    private static Applicant applicant(ResultSet row) throws SQLException {
        return new Applicant(
                row.getString("given_name"),
                row.getString("family_name"),
                row.getObject("birth_date", LocalDate.class));
    }

    private static AccountOrigin origin(ResultSet row) throws SQLException {
        return AccountOrigin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT));
    }
}
