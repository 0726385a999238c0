package io.anteroom.clinic.access.invitation;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.tenancy.CurrentTenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what staff typed of an invitation. */
final class InviteeReader {

    private static final int LONGEST_NAME = 200;
    private static final int FURTHEST_YEAR = 2200;

    private final Set<CredentialChannel> codesTo;
    private final Instant now;
    private final List<Refusal> refusals = new ArrayList<>();

    InviteeReader(Set<CredentialChannel> codesTo, Instant now) {
        this.codesTo = codesTo;
        this.now = now;
    }

    /** Who is wanted; nothing where there are {@link #refusals()}. */
    Optional<Invitee> read(WantedInvitation wanted) {
        if (!wanted.byEmail() && !wanted.bySms()) {
            refusals.add(new Refusal.NoWay());
        }
        var email = address(CredentialChannel.EMAIL, wanted.email(), wanted.byEmail());
        var mobile = address(CredentialChannel.MOBILE, wanted.mobile(), wanted.bySms());
        var provedBy = provedBy(email, mobile);
        var other = wanted.other();
        var name = other == null ? null : name(other.name());
        var terms = other == null ? GrantTerms.OWN : terms(other);
        return refusals.isEmpty() && provedBy != null && terms != null
                ? Optional.of(new Invitee(name, terms, email, mobile, wanted.byEmail(), wanted.bySms(), provedBy))
                : Optional.empty();
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    private @Nullable SignInAddress address(CredentialChannel channel, String typed, boolean needed) {
        if (typed.isBlank()) {
            if (needed) {
                refusals.add(new Refusal.Missing(channel));
            }
            return null;
        }
        var read =
                SignInAddress.read(channel, typed.strip(), CurrentTenant.get().country());
        if (read.isEmpty()) {
            refusals.add(new Refusal.Unreadable(channel));
        }
        return read.orElse(null);
    }

    private @Nullable CredentialChannel provedBy(@Nullable SignInAddress email, @Nullable SignInAddress mobile) {
        if (email != null && codesTo.contains(CredentialChannel.EMAIL)) {
            return CredentialChannel.EMAIL;
        }
        if (mobile != null && codesTo.contains(CredentialChannel.MOBILE)) {
            return CredentialChannel.MOBILE;
        }
        if (refusals.isEmpty()) {
            refusals.add(new Refusal.NoCodesTo(
                    codesTo.contains(CredentialChannel.EMAIL) ? CredentialChannel.EMAIL : CredentialChannel.MOBILE));
        }
        return null;
    }

    private String name(String typed) {
        var name = typed.strip().replaceAll("\\s+", " ");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            refusals.add(new Refusal.Nameless());
        }
        return name;
    }

    private @Nullable GrantTerms terms(Other other) {
        var relationship = relationship(other.relationship());
        var scopes = EnumSet.noneOf(AccessScope.class);
        for (var scope : AccessScope.values()) {
            if (other.scopes().contains(scope.stored())) {
                scopes.add(scope);
            }
        }
        if (scopes.isEmpty()) {
            refusals.add(new Refusal.OpensNothing());
        }
        var until = until(other.until());
        var level = other.level().equals(AccessLevel.LIMITED.stored()) ? AccessLevel.LIMITED : AccessLevel.FULL;
        return relationship == null || scopes.isEmpty() ? null : new GrantTerms(relationship, level, scopes, until);
    }

    private @Nullable Relationship relationship(String typed) {
        for (var one : EnumSet.complementOf(EnumSet.of(Relationship.SELF))) {
            if (one.stored().equals(typed)) {
                return one;
            }
        }
        refusals.add(new Refusal.Unrelated());
        return null;
    }

    /** The end of that day, or null for no end. */
    private @Nullable Instant until(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            var end = day.plusDays(1).atStartOfDay(CurrentTenant.get().zone()).toInstant();
            if (end.isAfter(now) && day.getYear() <= FURTHEST_YEAR) {
                return end;
            }
        } catch (DateTimeException notADay) {
            // said below
        }
        refusals.add(new Refusal.Over());
        return null;
    }
}
