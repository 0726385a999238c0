package io.anteroom.tenantadmin.access.family;

import io.anteroom.clinic.access.family.GivenAccess.Reason;
import io.anteroom.clinic.access.family.WantedPerson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is to have access, as typed.
 *
 * @param name the person's name
 * @param email blank for none
 * @param mobile blank for none
 * @param verified {@code true} for the tick 'I have verified this with the person'
 */
public record PersonForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String verified) {

    static final PersonForm EMPTY = new PersonForm("", "", "", "");

    WantedPerson wanted() {
        return new WantedPerson(text(name), text(email), text(mobile), "true".equals(verified));
    }

    /** What was left out. */
    List<Reason> missing() {
        var missing = new ArrayList<Reason>();
        if (text(name).isBlank()) {
            missing.add(new Reason.NoName());
        }
        if (text(email).isBlank() && text(mobile).isBlank()) {
            missing.add(new Reason.NoAddress());
        }
        if (!wanted().verified()) {
            missing.add(new Reason.NotVerified());
        }
        return missing;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
