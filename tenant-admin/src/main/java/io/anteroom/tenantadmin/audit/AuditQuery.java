package io.anteroom.tenantadmin.audit;

import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditFilter;
import io.anteroom.clinic.audit.AuditFilter.Who;
import io.anteroom.clinic.audit.AuditPosition;
import io.anteroom.tenancy.CurrentTenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the log is wanted, as in the page's address; a part that is not understood is as if it were not there.
 *
 * @param who a kind of actor, or {@code staff:} and the subject of one
 * @param what the code of an action
 * @param patient what was typed to find patients
 * @param from the first day, ISO
 * @param until the last day, ISO
 * @param after where to go on
 */
public record AuditQuery(String who, String what, String patient, String from, String until, String after) {

    /** The prefix of a member of staff. */
    public static final String MEMBER = "staff:";

    AuditFilter filter(@Nullable List<Long> patients) {
        LocalDate last = day(until);
        return new AuditFilter(
                whoActed(), action(), patients, startOf(day(from)), startOf(last == null ? null : last.plusDays(1)));
    }

    private @Nullable Who whoActed() {
        return switch (who) {
            case "staff" -> new Who.AnyStaff();
            case "patients" -> new Who.AnyPortalUser();
            case "platform" -> new Who.ThePlatform();
            default -> who.startsWith(MEMBER) ? new Who.StaffMember(who.substring(MEMBER.length())) : null;
        };
    }

    private @Nullable AuditAction action() {
        return Stream.of(AuditAction.values())
                .filter(action -> action.code().equals(what))
                .findFirst()
                .orElse(null);
    }

    /** Whether nothing is left out. */
    public boolean everything() {
        return who.isEmpty() && what.isEmpty() && patient.isBlank() && from.isEmpty() && until.isEmpty();
    }

    /** The address of the page that goes on from there. */
    public String url(String base, AuditPosition next) {
        return UriComponentsBuilder.fromPath(base)
                .queryParam("who", "{who}")
                .queryParam("what", "{what}")
                .queryParam("patient", "{patient}")
                .queryParam("from", "{from}")
                .queryParam("until", "{until}")
                .queryParam("after", next.code())
                .encode()
                .buildAndExpand(who, what, patient, from, until)
                .toUriString();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(CurrentTenant.get().zone()).toInstant();
    }
}
