package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.scheduling.agenda.Agenda;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery;
import io.anteroom.clinic.scheduling.agenda.AgendaQuery.Show;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what today has, for those who manage appointments, in four statements. */
@Component
class DayReader {

    private static final int MOST = 6;
    private static final int WEEKS_BACK = 7;
    private static final int WEEKS_AHEAD = 4;
    private static final int DAYS_TO_MATCH = 90;

    private final Agenda agenda;

    DayReader(Agenda agenda) {
        this.agenda = agenda;
    }

    /** Nothing for others, and where no week around this one has an appointment. */
    Optional<Day> today(StaffMember member) {
        if (!member.may(Permission.MANAGE_APPOINTMENTS)) {
            return Optional.empty();
        }
        var weeks = Weeks.of(agenda.weeks(WEEKS_BACK, WEEKS_AHEAD), agenda.today());
        if (weeks.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = agenda.today();
        return Optional.of(new Day(
                "/o/" + CurrentTenant.get().slug(),
                agenda.counts(new AgendaQuery(Show.ALL, today, today, null, 1)),
                agenda.counts(new AgendaQuery(Show.TO_MATCH, today, today.plusDays(DAYS_TO_MATCH), null, 1))
                        .getOrDefault(Show.TO_MATCH, 0L),
                agenda.next(MOST),
                weeks,
                CurrentTenant.get().zone()));
    }
}
