package io.anteroom.clinic.scheduling.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom patients see.
 *
 * @param staffSubject the {@link io.anteroom.clinic.staff.StaffMember#subject()} of the member of staff who this is, if any
 * @param name as patients read it, unique among those who work
 * @param title such as {@code Physiotherapist}; may be empty
 * @param about what patients read before they choose; may be empty
 */
public record PractitionerDetails(@Nullable String staffSubject, String name, String title, String about) {

    /** Reads what was typed; what is wrong is in {@link Typed#faults()}. */
    public static PractitionerDetails read(Typed typed) {
        String name = typed.line("name", 100, "Enter the name, as patients know the person");
        String title = typed.line("title", 80);
        String staff = typed.raw("staff");
        return new PractitionerDetails(staff.isEmpty() ? null : staff, name, title, typed.lines("about", 1_000));
    }

    /** All of it as people read it, by the labels of the form. */
    Map<String, String> words(Map<String, String> staffNames) {
        var words = new LinkedHashMap<String, String>();
        words.put("Name", name);
        words.put("Title", title);
        words.put("Signs in as", staffSubject == null ? "" : staffNames.getOrDefault(staffSubject, staffSubject));
        words.put("About", about);
        return words;
    }
}
