package io.anteroom.tenantadmin.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Credential;
import io.anteroom.clinic.access.credential.PatientAccess;
import io.anteroom.clinic.access.credential.PersonWithAccess;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantId;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTabTest {

    private static final Tenant TOKYO = new Tenant(
            new TenantId("abcdefghijkl"),
            "south",
            "South Clinic",
            TenantState.ACTIVE,
            "JP",
            ZoneId.of("Asia/Tokyo"),
            Currency.getInstance("JPY"));
    private static final Instant LATE = Instant.parse("2026-11-21T20:00:00Z");

    @Test
    void theFirstSentenceSaysHowThePatientSignsIn() {
        assertThat(sentence(access(email(LATE), mobile(null))))
                .isEqualTo("Anna can sign in with a@example.org, verified 22 November 2026, and 090-1234-5678,"
                        + " not verified yet.");
    }

    @Test
    void theFirstSentenceSaysThatThereIsNoAccess() {
        assertThat(sentence(access()))
                .isEqualTo("Anna can’t sign in to the portal, since no email address or mobile number is set for it.");
    }

    @Test
    void theFirstSentenceNamesWhoElseHasAccess() {
        var maria = person(1, "Maria Lee", List.of(), Relationship.PARENT, AccessLevel.FULL);
        var carer = person(2, null, List.of("c@example.org"), Relationship.CARER, AccessLevel.LIMITED);
        assertThat(sentence(new PatientAccess(List.of(), List.of(maria, carer), List.of(), List.of())))
                .endsWith("is set for it; Maria Lee (parent) has full access;"
                        + " c@example.org (carer) has limited access.");
    }

    @Test
    void removingTheLastCredentialSaysThatAllAccessIsLost() {
        assertThat(warning(access(email(LATE)), CredentialChannel.EMAIL)).contains("loses all access to the portal");
        assertThat(warning(access(email(LATE), mobile(null)), CredentialChannel.EMAIL))
                .doesNotContain("loses all access")
                .contains("Signing in with the other address still works");
    }

    @Test
    void thereIsNothingToAskAboutACredentialThatIsNotThere() {
        assertThat(RemovalWarning.of("/", "Anna Lee", access(), CredentialChannel.MOBILE, Set.of()))
                .isEmpty();
    }

    private static PersonWithAccess person(
            long grant, @Nullable String name, List<String> addresses, Relationship relationship, AccessLevel level) {
        return new PersonWithAccess(
                new GrantId(grant),
                name,
                addresses,
                relationship,
                level,
                AccessScope.all(),
                LATE,
                "Rosa",
                null,
                null,
                null);
    }

    private static String sentence(PatientAccess access) {
        return CurrentTenant.call(TOKYO, () -> Words.sentence("Anna", access));
    }

    private static String warning(PatientAccess access, CredentialChannel channel) {
        return CurrentTenant.call(
                TOKYO,
                () -> String.join(
                        " ",
                        RemovalWarning.of("/", "Anna Lee", access, channel, Set.of())
                                .orElseThrow()
                                .losses()));
    }

    private static PatientAccess access(Credential... credentials) {
        return new PatientAccess(List.of(credentials), List.of(), List.of(), List.of());
    }

    private static Credential email(@Nullable Instant verified) {
        return new Credential(
                new SignInAddress(CredentialChannel.EMAIL, "a@example.org"), Instant.EPOCH, verified, null);
    }

    private static Credential mobile(@Nullable Instant verified) {
        return new Credential(
                new SignInAddress(CredentialChannel.MOBILE, "+819012345678"), Instant.EPOCH, verified, null);
    }
}
