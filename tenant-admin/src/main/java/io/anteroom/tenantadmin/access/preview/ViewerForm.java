package io.anteroom.tenantadmin.access.preview;

import io.anteroom.clinic.access.AuthenticationSettings.AgeRule;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.session.PreviewAs;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As whom to look, as chosen.
 *
 * @param whom one of {@link #PEOPLE}
 * @param age the patient's age in years, for a teen, and for a parent if the rule of ages is to count; blank for none
 * @param level {@code full} or {@code limited}
 * @param bookings {@code true} for bookings and forms
 * @param money {@code true} for invoices and payments
 * @param clinical {@code true} for clinical records
 * @param settings {@code published} or {@code draft}
 */
public record ViewerForm(
        @Nullable String whom,
        @Nullable String age,
        @Nullable String level,
        @Nullable String bookings,
        @Nullable String money,
        @Nullable String clinical,
        @Nullable String settings) {

    /** Whom one can be. */
    public static final List<Option> PEOPLE = List.of(
            new Option("patient", "The patient"),
            new Option("teen", "The patient as a teen"),
            new Option("parent", "A parent, or who has parental responsibility"),
            new Option("carer", "A carer"),
            new Option("nominated", "Somebody the patient named"));

    static final ViewerForm FIRST = new ViewerForm("patient", "", "full", "true", "true", "true", "published");

    private static final int OLDEST = 25;

    /** Whether the settings as drafted are to be shown. */
    boolean drafted() {
        return "draft".equals(text(settings));
    }

    /** What is missing, can't be read or leads to nothing, beside its field. */
    FormErrors errors(AgeRule rule) {
        var errors = FormErrors.none();
        if (PEOPLE.stream().noneMatch(one -> one.value().equals(text(whom)))) {
            errors = errors.with("whom", "Choose as whom to look");
        }
        if (chosenLevel().isEmpty()) {
            errors = errors.with("level", "Choose full or limited access");
        }
        if (isSomebodyElse() && scopes().isEmpty()) {
            errors = errors.with("bookings", "Choose at least one part of the record");
        }
        boolean usesAge = text(whom).equals("teen") || text(whom).equals("parent");
        boolean needsAge = text(whom).equals("teen") || !text(age).isEmpty();
        if (usesAge && needsAge && years().isEmpty()) {
            errors = errors.with("age", "Enter an age in years, from 1 to " + OLDEST);
        }
        return !errors.any() && as(rule).isEmpty()
                ? errors.with(
                        "age", "At that age a parent’s access is over by your rule of ages. There is nothing to see")
                : errors;
    }

    /** As whom to look; nothing where a parent's access is over. Only where nothing is missing. */
    Optional<PreviewAs> as(AgeRule rule) {
        AccessLevel given = chosenLevel().orElseThrow();
        return switch (text(whom)) {
            case "patient" -> Optional.of(PreviewAs.patient(given));
            case "teen" -> Optional.of(PreviewAs.teen(years().orElseThrow()));
            case "parent" ->
                years().map(old -> PreviewAs.parentAt(old, given, scopes(), rule))
                        .orElseGet(() -> Optional.of(PreviewAs.other(Relationship.PARENT, given, scopes())));
            case "carer" -> Optional.of(PreviewAs.other(Relationship.CARER, given, scopes()));
            case "nominated" -> Optional.of(PreviewAs.other(Relationship.NOMINATED, given, scopes()));
            default -> throw new IllegalStateException("Nobody was chosen");
        };
    }

    private boolean isSomebodyElse() {
        return Set.of("parent", "carer", "nominated").contains(text(whom));
    }

    private Optional<AccessLevel> chosenLevel() {
        return switch (text(level)) {
            case "full" -> Optional.of(AccessLevel.FULL);
            case "limited" -> Optional.of(AccessLevel.LIMITED);
            default -> Optional.empty();
        };
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

    private Optional<Integer> years() {
        return text(age).matches("[0-9]{1,2}")
                ? Optional.of(Integer.valueOf(text(age))).filter(years -> years >= 1 && years <= OLDEST)
                : Optional.empty();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
