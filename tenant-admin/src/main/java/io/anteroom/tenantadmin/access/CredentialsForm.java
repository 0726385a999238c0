package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.credential.PatientAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.access.invitation.AccessDraft;
import io.anteroom.clinic.access.invitation.Refusal;
import io.anteroom.tenantadmin.invitation.InvitationForm;
import io.anteroom.tenantadmin.invitation.RefusalWords;
import io.anteroom.webkit.form.FormErrors;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form Configure credentials, as typed: the whole of the draft that Save makes true.
 *
 * @param seen what was there when the form was opened
 * @param email blank for none
 * @param mobile blank for none
 * @param verified {@code true} for the tick 'I have verified this with the patient'
 * @param removed what is to be taken away
 */
public record CredentialsForm(
        String seen,
        String email,
        String mobile,
        String verified,
        Set<CredentialChannel> removed,
        InvitationForm invitation) {

    /** Copies the set. */
    public CredentialsForm {
        removed = Set.copyOf(removed);
    }

    /** What is there. */
    static CredentialsForm of(PatientAccess access, String seen) {
        return new CredentialsForm(
                seen,
                stored(access, CredentialChannel.EMAIL),
                stored(access, CredentialChannel.MOBILE),
                "",
                Set.of(),
                InvitationForm.none());
    }

    /** What was typed. */
    static CredentialsForm of(Map<String, String> typed) {
        var removed = EnumSet.noneOf(CredentialChannel.class);
        for (var channel : CredentialChannel.values()) {
            if (typed.getOrDefault(removal(channel), "").equals("true")) {
                removed.add(channel);
            }
        }
        return new CredentialsForm(
                typed.getOrDefault("seen", ""),
                typed.getOrDefault("email", ""),
                typed.getOrDefault("mobile", ""),
                typed.getOrDefault("verified", ""),
                removed,
                InvitationForm.of(typed));
    }

    /** What Save is to make true. */
    AccessDraft draft() {
        return new AccessDraft(
                seen,
                new WantedCredentials(email, mobile, verified.equals("true")),
                removed,
                invitation.wanted(email, mobile));
    }

    /** The same with that one to be taken away. */
    CredentialsForm without(CredentialChannel channel) {
        var more = EnumSet.of(channel);
        more.addAll(removed);
        boolean isEmail = channel == CredentialChannel.EMAIL;
        return new CredentialsForm(seen, isEmail ? "" : email, isEmail ? mobile : "", verified, more, invitation);
    }

    /** The same with that one kept as it is there. */
    CredentialsForm keeping(CredentialChannel channel, PatientAccess access) {
        var fewer = EnumSet.noneOf(CredentialChannel.class);
        fewer.addAll(removed);
        fewer.remove(channel);
        boolean isEmail = channel == CredentialChannel.EMAIL;
        var kept = stored(access, channel);
        return new CredentialsForm(seen, isEmail ? kept : email, isEmail ? mobile : kept, verified, fewer, invitation);
    }

    /** The same on top of what is there now. */
    CredentialsForm seeing(String now) {
        return new CredentialsForm(now, email, mobile, verified, removed, invitation);
    }

    /** The same with what is wrong with it. */
    CredentialsForm faulty(FormErrors errors) {
        return new CredentialsForm(seen, email, mobile, verified, removed, invitation.faulty(errors));
    }

    /** All of it, to be kept in a page that shows none of it. */
    public Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        kept.put("seen", seen);
        kept.put("email", email);
        kept.put("mobile", mobile);
        kept.put("verified", verified);
        removed.forEach(channel -> kept.put(removal(channel), "true"));
        kept.putAll(invitation.kept());
        return kept;
    }

    /** Why it was refused, beside the fields. */
    FormErrors errors(List<Refusal> refusals) {
        var errors = FormErrors.none();
        for (var refusal : refusals) {
            if (refusal instanceof Refusal.OfCredentials(var reason)) {
                errors = errors.and(CredentialRefusals.error(reason, email, "patient"));
            }
        }
        return errors.and(RefusalWords.errors(refusals, invitation.isToOther()));
    }

    /** The field that says that a credential is to be taken away. */
    public static String removal(CredentialChannel channel) {
        return channel == CredentialChannel.EMAIL ? "removeEmail" : "removeMobile";
    }

    private static String stored(PatientAccess access, CredentialChannel channel) {
        return access.credential(channel)
                .map(credential -> credential.address().value())
                .orElse("");
    }
}
