package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.directory.AccountRow;
import io.anteroom.clinic.access.directory.AccountRow.Address;
import io.anteroom.clinic.access.directory.AccountRow.Opened;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Badge;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.form.FormErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as the panel beside the list shows it.
 *
 * @param url where the panel is and its form is sent, with the list's query
 * @param listUrl the way back to the list
 */
public record AccountPanel(AccountRow account, String url, String listUrl) {

    static AccountPanel of(AccountRow account, String base, ListQuery query) {
        return new AccountPanel(account, query.on(base + "/" + account.id()), query.on(base));
    }

    /** The state of the account in a word or two. */
    public static Badge state(AccountRow account) {
        if (!account.canSignIn()) {
            return Badge.quiet("Nothing to sign in with");
        }
        if (account.lockedUntil() != null) {
            return Badge.warning("Locked until " + Moments.moment(account.lockedUntil()));
        }
        if (account.passwordsLockedUntil() != null) {
            return Badge.warning("Passwords locked until " + Moments.moment(account.passwordsLockedUntil()));
        }
        if (account.printedLockedUntil() != null) {
            return Badge.warning("Printed codes locked until " + Moments.moment(account.printedLockedUntil()));
        }
        return account.lastSignIn() == null ? Badge.notice("Never signed in") : Badge.good("Signs in");
    }

    /** Whether the state says more than when the account last signed in. */
    public static boolean tellsMore(AccountRow account) {
        return account.lastSignIn() == null
                || !account.canSignIn()
                || Stream.of(account.lockedUntil(), account.passwordsLockedUntil(), account.printedLockedUntil())
                        .anyMatch(Objects::nonNull);
    }

    /** Whether an address was proved. */
    public static Badge status(Address address) {
        return address.verified() == null
                ? Badge.warning("Unverified")
                : Badge.good("Verified " + Moments.dayOf(address.verified()));
    }

    /** A number as the clinic's people write it. */
    public static String number(Address address) {
        return new PhoneNumber(address.value()).format(CurrentTenant.get().country());
    }

    /** The patients besides the account's own, as in {@code Tom Lee (parent)}. */
    public static String others(AccountRow account) {
        return String.join(
                ", ",
                account.patients().stream()
                        .filter(one -> !Optional.of(one).equals(account.own()))
                        .map(AccountPanel::named)
                        .toList());
    }

    /** What the account's holder is to a patient. */
    public static String what(Opened patient) {
        return switch (patient.relationship()) {
            case SELF -> "the patient";
            case PARENT -> "parent";
            case CARER -> "carer";
            case NOMINATED -> "nominated person";
        };
    }

    private static String named(Opened patient) {
        return patient.name() + " (" + what(patient) + ")";
    }

    /** The address of a patient's tab Online access. */
    public String record(Opened patient) {
        return "/o/" + CurrentTenant.get().slug() + "/patients/" + patient.id() + "/online-access";
    }

    /** Said to who saves over what somebody else has changed since. */
    FormErrors changedMeanwhile() {
        var has = Stream.of(account.email(), account.mobile())
                .filter(Objects::nonNull)
                .map(Address::value)
                .collect(Collectors.joining(" and "));
        return FormErrors.ofForm("Somebody else has changed this meanwhile: "
                + (has.isEmpty() ? "there is nothing to sign in with now" : "it signs in with " + has + " now")
                + ". Nothing was saved. Check what is below, and save again if it should be so");
    }

    /** Where to remove what {@code kind} names, {@code email} or {@code mobile}. */
    public String removal(String kind) {
        int query = url.indexOf('?');
        return url.substring(0, query) + "/" + kind + "/removal" + url.substring(query);
    }

    /** The question before it is removed, or nothing where the account has none of that kind. */
    Optional<Confirmation> removing(CredentialChannel channel) {
        boolean email = channel == CredentialChannel.EMAIL;
        @Nullable Address address = email ? account.email() : account.mobile();
        if (address == null) {
            return Optional.empty();
        }
        String kind = channel.word();
        List<String> losses = new ArrayList<>();
        losses.add(account.name() + " will no longer be able to sign in with "
                + (email ? address.value() : number(address))
                + (address.verified() == null
                        ? ". Nobody has signed in with it yet."
                        : ", and every browser signed in as " + account.name()
                                + " is signed out at once. Passkeys, printed recovery codes and a password end too,"
                                + " because they may have been made by whoever had that address."));
        losses.add(
                account.email() == null || account.mobile() == null
                        ? "It is the only way in: " + account.name()
                                + " loses all access to the portal until you set another."
                        : "Signing in with the other address still works.");
        losses.add("Contact details on patients’ records stay as they are.");
        return Optional.of(Confirmation.of("Remove this " + kind + "?", losses, removal(kind), "Remove " + kind, url));
    }
}
