package io.anteroom.portal.scheduling.waitlist;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.scheduling.slot.FoundSlots;
import io.anteroom.clinic.scheduling.waitlist.DayPart;
import io.anteroom.language.Words;
import io.anteroom.portal.scheduling.TimeFinder;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody says what would suit.
 *
 * @param service what is waited for
 * @param facts how long it takes and what it costs
 * @param target where it is sent
 * @param waits whether they wait already
 * @param with whom it can be with, the first being anyone; empty where there is no choice
 * @param at where it can be, the first being anywhere; empty where there is no choice
 * @param form drawn for the page, empty where they wait already
 * @param patient for whom it is shown
 * @param patientName the name to say where there are several, or null
 */
public record WaitPage(
        String service,
        String facts,
        String target,
        boolean waits,
        List<Option> with,
        String chosenWith,
        List<Option> at,
        String chosenAt,
        List<Choice> days,
        List<Choice> parts,
        String until,
        String form,
        String patient,
        @Nullable String patientName,
        FormErrors errors) {

    /** A box to tick. */
    public record Choice(String value, String label, boolean chosen) {}

    static WaitPage of(
            FoundSlots found,
            WaitForm form,
            String target,
            boolean waits,
            String patient,
            @Nullable String patientName,
            FormErrors errors) {
        return new WaitPage(
                found.service().name(),
                TimeFinder.facts(found.service()),
                target,
                waits,
                choices(
                        say("Anyone"),
                        found.practitioners().stream()
                                .map(one -> new Option(one.id().toString(), one.name()))
                                .toList()),
                Objects.requireNonNullElse(form.with(), ""),
                choices(
                        say("Anywhere"),
                        found.places().stream()
                                .map(one -> new Option(one.id().toString(), one.name()))
                                .toList()),
                Objects.requireNonNullElse(form.at(), ""),
                Stream.of(DayOfWeek.values())
                        .map(day -> new Choice(
                                Integer.toString(day.getValue()),
                                Words.current().weekday(day),
                                form.has(day)))
                        .toList(),
                Stream.of(DayPart.values())
                        .map(part -> new Choice(part.code(), words(part), form.has(part)))
                        .toList(),
                Objects.requireNonNullElse(form.until(), ""),
                Objects.requireNonNullElse(form.form(), ""),
                patient,
                patientName,
                errors);
    }

    private static String words(DayPart part) {
        return switch (part) {
            case MORNING -> say("Mornings, before noon");
            case AFTERNOON -> say("Afternoons, from noon until five");
            case EVENING -> say("Evenings, from five on");
        };
    }

    /** Nothing where there is but one. */
    private static List<Option> choices(String none, List<Option> some) {
        if (some.size() < 2) {
            return List.of();
        }
        var all = new ArrayList<Option>();
        all.add(new Option("", none));
        all.addAll(some);
        return all;
    }
}
