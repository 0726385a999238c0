package io.anteroom.clinic.access.invitation;

import static io.anteroom.clinic.access.SqlTimes.sql;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.Holder;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.patient.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether an invitation could be accepted as things stand: asked before it is sent, and again when it is accepted. */
@Component
class InvitationCheck {

    /** Stands for a patient who is about to be added. */
    private static final long NOBODY = 0;

    private final JdbcClient jdbc;
    private final Authentication authentication;
    private final Accounts accounts;
    private final Grants grants;

    InvitationCheck(JdbcClient jdbc, Authentication authentication, Accounts accounts, Grants grants) {
        this.jdbc = jdbc;
        this.authentication = authentication;
        this.accounts = accounts;
        this.grants = grants;
    }

    /**
     * Why it could not be accepted.
     *
     * @param patient whose record it would open, or null for one about to be added
     */
    List<Refusal> refusals(@Nullable PatientId patient, Invitee invitee, Instant now) {
        var settings = authentication.settings();
        var refusals = new ArrayList<Refusal>();
        if (!portalIsOn()) {
            refusals.add(new Refusal.PortalOff());
        }
        long record = patient == null ? NOBODY : patient.value();
        var found = find(invitee.address(), record, now);
        (invitee.isThePatient() ? ofPatient(invitee, record, found) : ofOther(invitee, settings, found))
                .ifPresent(refusals::add);
        if (patient != null) {
            grants.pastAge(patient, invitee.terms()).map(Refusal.PastAge::new).ifPresent(refusals::add);
        }
        if (settings.oneAccountPerRecord()) {
            another(record, invitee, found.map(Found::account), now)
                    .map(account ->
                            new Refusal.OpenToAnother(accounts.person(account).name()))
                    .ifPresent(refusals::add);
        }
        return refusals;
    }

    private Optional<Refusal> ofPatient(Invitee invitee, long record, Optional<Found> found) {
        var channel = invitee.provedBy();
        if (found.isPresent()) {
            return found.filter(one -> !one.patients()).map(one -> new Refusal.Taken(channel, one.holder()));
        }
        boolean another = jdbc.sql("""
                        select exists (select 1 from __tenant__.access_grant g
                          join __tenant__.credential c on c.account_id = g.account_id and c.channel = :channel
                         where g.patient_id = :patient and g.relationship = 'self' and g.ended_at is null)""")
                .param("channel", channel.stored())
                .param("patient", record)
                .query(Boolean.class)
                .single();
        return another ? Optional.of(new Refusal.NotThePatients(channel)) : Optional.empty();
    }

    private static Optional<Refusal> ofOther(Invitee invitee, AuthenticationSettings settings, Optional<Found> found) {
        var channel = invitee.provedBy();
        return found.flatMap(one -> {
            if (one.patients()) {
                return Optional.of(new Refusal.ThePatients(channel));
            }
            if (one.holder() == null) {
                return Optional.empty();
            }
            if (settings.model() == AccountModel.ONE_PATIENT_PER_ACCOUNT) {
                return Optional.of(new Refusal.Taken(channel, one.holder()));
            }
            return one.verified() ? Optional.empty() : Optional.of(new Refusal.Unverified(channel, one.holder()));
        });
    }

    private boolean portalIsOn() {
        return jdbc.sql("select exists (select 1 from __tenant__.portal_settings where switched_on)")
                .query(Boolean.class)
                .single();
    }

    private Optional<Found> find(SignInAddress address, long patient, Instant now) {
        return jdbc.sql("""
                        select c.account_id, c.verified_at is not null as verified, other.id as other_id, other.name,
                               exists (select 1 from __tenant__.access_grant g
                                        where g.account_id = c.account_id and g.patient_id = :patient
                                          and g.relationship = 'self' and g.ended_at is null) as patients
                          from __tenant__.credential c
                          join __tenant__.portal_account a on a.id = c.account_id and a.closed_at is null
                          left join lateral (
                               select p.id,
                        """ + Accounts.NAME + """
                                      as name
                                 from __tenant__.access_grant g join __tenant__.patient p on p.id = g.patient_id
                                where g.account_id = c.account_id and g.patient_id <> :patient and
                        """ + Grants.IN_FORCE + """
                                order by g.relationship = 'self' desc, g.granted_at, g.id limit 1) other on true
                         where c.channel = :channel and c.value = :value""")
                .param("patient", patient)
                .param("now", sql(now))
                .param("channel", address.channel().stored())
                .param("value", address.value())
                .query(InvitationCheck::found)
                .optional();
    }

    /** An account to which the record is open, other than the one that would be: {@code account}, or the patient's own. */
    private Optional<AccountId> another(long patient, Invitee invitee, Optional<AccountId> account, Instant now) {
        return jdbc.sql("select g.account_id from __tenant__.access_grant g where g.patient_id = :patient"
                        + " and g.account_id <> :account and not (:own and g.relationship = 'self') and "
                        + Grants.IN_FORCE + " order by g.id limit 1")
                .param("own", invitee.isThePatient())
                .param("patient", patient)
                .param("account", account.map(AccountId::value).orElse(NOBODY))
                .param("now", sql(now))
                .query((row, number) -> new AccountId(row.getLong("account_id")))
                .optional();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var other = row.getObject("other_id", Long.class);
        return new Found(
                new AccountId(row.getLong("account_id")),
                row.getBoolean("verified"),
                row.getBoolean("patients"),
                other == null ? null : new Holder(new PatientId(other), row.getString("name")));
    }

    /**
     * Who signs in with an address.
     *
     * @param patients whether it is the patient
     * @param holder who it is, and another patient whose record the account opens; null where it opens none
     */
    private record Found(
            AccountId account,
            boolean verified,
            boolean patients,
            @Nullable Holder holder) {}
}
