package io.anteroom.tenantadmin.access.family;

import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody's access is to open, as typed.
 *
 * @param relationship {@code parent}, {@code carer} or {@code nominated}
 * @param level {@code full} or {@code limited}
 * @param bookings {@code true} for bookings and forms
 * @param money {@code true} for invoices and payments
 * @param clinical {@code true} for clinical records
 * @param until the last day, ISO 8601, or blank for no end
 */
public record TermsForm(
        @Nullable String relationship,
        @Nullable String level,
        @Nullable String bookings,
        @Nullable String money,
        @Nullable String clinical,
        @Nullable String until) {

    /** What a person can be to a patient. */
    public static final List<Option> RELATIONSHIPS = List.of(
            new Option("parent", "Parent, or who has parental responsibility"),
            new Option("carer", "Carer"),
            new Option("nominated", "Somebody the patient named"));

    /** How deep access can go. */
    public static final List<Option> LEVELS = List.of(
            new Option("full", "Full: also what the clinic made"),
            new Option("limited", "Limited: only what the person enters"));

    /** Everything of the record, and nothing chosen of what only staff know. */
    static final TermsForm ALL = new TermsForm("", "full", "true", "true", "true", "");

    static TermsForm of(GrantTerms terms) {
        return new TermsForm(
                lower(terms.relationship()),
                lower(terms.level()),
                tick(terms, AccessScope.BOOKINGS),
                tick(terms, AccessScope.MONEY),
                tick(terms, AccessScope.CLINICAL),
                terms.expiresAt() == null ? "" : day(terms.expiresAt()).toString());
    }

    /** What is missing or can't be read, beside its field. */
    FormErrors errors() {
        var errors = FormErrors.none();
        if (chosenRelationship().isEmpty()) {
            errors = errors.with("relationship", "Choose what this person is to the patient");
        }
        if (chosenLevel().isEmpty()) {
            errors = errors.with("level", "Choose full or limited access");
        }
        if (scopes().isEmpty()) {
            errors = errors.with("bookings", "Choose at least one part of the record");
        }
        return !text(until).isEmpty() && lastDay().isEmpty()
                ? errors.with("until", "Enter the last day as a date, or leave it empty for no end")
                : errors;
    }

    /** What it says; only where there are no {@link #errors()}. */
    GrantTerms terms() {
        return new GrantTerms(
                chosenRelationship().orElseThrow(),
                chosenLevel().orElseThrow(),
                scopes(),
                lastDay().map(TermsForm::end).orElse(null));
    }

    private Optional<Relationship> chosenRelationship() {
        return Arrays.stream(Relationship.values())
                .filter(one -> one != Relationship.SELF && lower(one).equals(text(relationship)))
                .findFirst();
    }

    private Optional<AccessLevel> chosenLevel() {
        return Arrays.stream(AccessLevel.values())
                .filter(one -> lower(one).equals(text(level)))
                .findFirst();
    }

    private Set<AccessScope> scopes() {
        var scopes = EnumSet.noneOf(AccessScope.class);
        if ("true".equals(bookings)) {
            scopes.add(AccessScope.BOOKINGS);
        }
        if ("true".equals(money)) {
            scopes.add(AccessScope.MONEY);
        }
        if ("true".equals(clinical)) {
            scopes.add(AccessScope.CLINICAL);
        }
        return scopes;
    }

    private Optional<LocalDate> lastDay() {
        try {
            return Optional.of(LocalDate.parse(text(until))).filter(day -> day.getYear() <= 9999);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    /** The day counts whole, in the clinic's zone. */
    private static Instant end(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(CurrentTenant.get().zone()).toInstant();
    }

    private static LocalDate day(Instant end) {
        return LocalDate.ofInstant(end.minusNanos(1), CurrentTenant.get().zone());
    }

    private static String tick(GrantTerms terms, AccessScope scope) {
        return terms.scopes().contains(scope) ? "true" : "";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
