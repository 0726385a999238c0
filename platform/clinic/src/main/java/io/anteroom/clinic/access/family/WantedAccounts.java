package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Credentials;
import io.anteroom.clinic.access.credential.Enrolment;
import io.anteroom.clinic.access.family.GivenAccess.Reason;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditEntry;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenancy.CurrentTenant;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the account of somebody who is to have access, or opens one. An address alone leads to nobody's account: the name
 * has to be its holder's too, so that a slip of the finger doesn't show a record to a stranger.
 */
@Component
class WantedAccounts {

    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final Credentials credentials;
    private final Enrolment enrolment;
    private final AuditLog log;

    WantedAccounts(Accounts accounts, Credentials credentials, Enrolment enrolment, AuditLog log) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.enrolment = enrolment;
        this.log = log;
    }

    /** The account, or nothing and in {@code reasons} why; after a reason the transaction is to be rolled back. */
    Optional<AccountId> of(PatientId patient, WantedPerson person, Actor.Staff by, List<Reason> reasons) {
        if (person.name().isEmpty() || person.name().length() > LONGEST_NAME) {
            reasons.add(new Reason.NoName());
        }
        var addresses = read(person, reasons);
        if (person.email().isEmpty() && person.mobile().isEmpty()) {
            reasons.add(new Reason.NoAddress());
        }
        if (!person.verified()) {
            reasons.add(new Reason.NotVerified());
        }
        return reasons.isEmpty() ? account(patient, person, addresses, by, reasons) : Optional.empty();
    }

    private static Map<CredentialChannel, SignInAddress> read(WantedPerson person, List<Reason> reasons) {
        var addresses = new EnumMap<CredentialChannel, SignInAddress>(CredentialChannel.class);
        for (var channel : CredentialChannel.values()) {
            var typed = person.typed(channel);
            if (!typed.isEmpty()) {
                read(channel, typed)
                        .ifPresentOrElse(
                                address -> addresses.put(channel, address),
                                () -> reasons.add(new Reason.Unreadable(channel)));
            }
        }
        return addresses;
    }

    private static Optional<SignInAddress> read(CredentialChannel channel, String typed) {
        return SignInAddress.read(channel, typed, CurrentTenant.get().country());
    }

    private Optional<AccountId> account(
            PatientId patient,
            WantedPerson person,
            Map<CredentialChannel, SignInAddress> addresses,
            Actor.Staff by,
            List<Reason> reasons) {
        var known = new EnumMap<CredentialChannel, AccountId>(CredentialChannel.class);
        addresses.forEach(
                (channel, address) -> credentials.account(address).ifPresent(account -> known.put(channel, account)));
        if (known.isEmpty()) {
            return open(patient, person, addresses, by, reasons);
        }
        if (new HashSet<>(known.values()).size() > 1) {
            reasons.add(new Reason.TwoPeople());
            return Optional.empty();
        }
        var account = known.values().iterator().next();
        known.keySet().forEach(channel -> check(patient, person, account, channel, reasons));
        addresses.keySet().stream()
                .filter(channel -> !known.containsKey(channel))
                .forEach(channel -> reasons.add(new Reason.NotTheirs(channel)));
        return Optional.of(account);
    }

    private void check(
            PatientId patient,
            WantedPerson person,
            AccountId account,
            CredentialChannel channel,
            List<Reason> reasons) {
        var holder = accounts.nameOf(account);
        if (accounts.of(patient).filter(account::equals).isPresent()) {
            reasons.add(new Reason.ThePatients(channel));
        } else if (holder.filter(name -> key(name).equals(key(person.name()))).isEmpty()) {
            reasons.add(new Reason.SomebodyElses(channel, holder.orElse(null)));
        }
    }

    private Optional<AccountId> open(
            PatientId patient,
            WantedPerson person,
            Map<CredentialChannel, SignInAddress> addresses,
            Actor.Staff by,
            List<Reason> reasons) {
        var account = enrolment.open(AccountOrigin.STAFF, person.name());
        addresses.forEach((channel, address) -> {
            if (enrolment.add(account, address, by.name()).isPresent()) {
                log.record(
                        by,
                        AuditEntry.ofRecord(AuditAction.CREDENTIAL_SET, patient.value())
                                .with("Of", person.name())
                                .with("After", address.value())
                                .with("Verified with the person", "yes"));
            } else {
                reasons.add(new Reason.SomebodyElses(channel, null));
            }
        });
        return Optional.of(account);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
