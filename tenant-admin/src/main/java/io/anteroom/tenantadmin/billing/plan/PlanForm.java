package io.anteroom.tenantadmin.billing.plan;

import io.anteroom.clinic.billing.plan.PlanDesk;
import io.anteroom.clinic.billing.plan.PlanRhythm;
import io.anteroom.clinic.billing.plan.PlanTerms;
import io.anteroom.tenancy.EnumCode;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Instalments as typed: how many, from when, how often. */
public record PlanForm(String count, String first, String rhythm) {

    /** How often. */
    public static final List<Option> RHYTHMS = List.of(
            new Option("monthly", "Every month"),
            new Option("fortnightly", "Every two weeks"),
            new Option("weekly", "Every week"));

    static PlanForm fresh(LocalDate today) {
        return new PlanForm("3", today.plusDays(7).toString(), "monthly");
    }

    /** What was typed, if it was understood and could begin then. */
    Optional<PlanTerms> read(PlanDesk desk) {
        return problems(desk).any()
                ? Optional.empty()
                : Optional.of(new PlanTerms(
                        Integer.parseInt(count.strip()),
                        LocalDate.parse(first.strip()),
                        EnumCode.find(PlanRhythm.class, rhythm).orElseThrow()));
    }

    FormErrors problems(PlanDesk desk) {
        FormErrors errors = FormErrors.none();
        if (!count.strip().matches("[0-9]{1,2}")
                || Integer.parseInt(count.strip()) < PlanTerms.FEWEST
                || Integer.parseInt(count.strip()) > PlanTerms.MOST) {
            errors = errors.with("count", "Enter a number from " + PlanTerms.FEWEST + " to " + PlanTerms.MOST);
        }
        if (day().filter(desk::isDay).isEmpty()) {
            errors = errors.with("first", "Choose a day from tomorrow on, within a year");
        }
        if (EnumCode.find(PlanRhythm.class, rhythm).isEmpty()) {
            errors = errors.with("rhythm", "Choose how often");
        }
        return errors;
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(first.strip()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
