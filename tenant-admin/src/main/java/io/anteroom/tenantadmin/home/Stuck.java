package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.access.support.StuckSignIn;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Moments;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Somebody who did not get in.
 *
 * @param who the person's name
 * @param what what happened, a sentence
 * @param href where it is seen what is wrong, and mended
 */
public record Stuck(String who, String what, String href) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    static Stuck of(StuckSignIn stuck, String base, Clock clock) {
        var zone = CurrentTenant.get().zone();
        var at = stuck.at().atZone(zone);
        boolean today = at.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone));
        var when = today ? TIME.format(at) : Moments.moment(at);
        var what = stuck.locked()
                ? "Locked until " + when + " after wrong tries"
                : "Asked for a code " + (today ? "at " : "on ") + when + " and did not get in";
        return new Stuck(
                stuck.name(),
                stuck.name().equals(stuck.patientName()) ? what : what + " to the record of " + stuck.patientName(),
                base + "/patients/" + stuck.patient() + "/online-access");
    }
}
