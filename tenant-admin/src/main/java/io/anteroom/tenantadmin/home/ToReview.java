package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.reading.WaitingCounts;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits for somebody of the staff, of one kind.
 *
 * @param words what it is, after its number
 * @param href where it is looked at
 */
public record ToReview(long number, String words, String href) {

    /** The kinds, in the order in which they are shown, each with whom it is shown. */
    private enum Kind {
        RECORDS(
                "records",
                Permission.EDIT_RECORDS,
                "/releases",
                "result or other entry to release",
                "results and other entries to release"),
        ANSWERS(
                "answers",
                Permission.SEE_ANSWERS,
                "/questionnaires/to-review",
                "form with answers to review",
                "forms with answers to review"),
        DOCUMENTS(
                "documents",
                Permission.REVIEW_DOCUMENTS,
                "/documents",
                "document from a patient",
                "documents from patients"),
        PROFILE_CHANGES(
                "profile-changes",
                Permission.EDIT_PATIENTS,
                "/patients/changes",
                "change of contact details",
                "changes of contact details"),
        REGISTRATIONS(
                "registrations",
                Permission.MANAGE_ACCESS,
                "/patients/requests",
                "account to match with a record",
                "accounts to match with a record");

        private final String kind;
        private final Permission permission;
        private final String path;
        private final String one;
        private final String several;

        Kind(String kind, Permission permission, String path, String one, String several) {
            this.kind = kind;
            this.permission = permission;
            this.path = path;
            this.one = one;
            this.several = several;
        }
    }

    /** Whether that member has anything to review ever. */
    static boolean concerns(StaffMember member) {
        return kinds(member).findAny().isPresent();
    }

    /** What waits for that member, by one statement. */
    static List<ToReview> of(WaitingCounts counts, StaffMember member, String base) {
        var kinds = kinds(member).toList();
        var numbers = counts.of(kinds.stream().map(kind -> kind.kind).toList());
        return kinds.stream()
                .filter(kind -> numbers.getOrDefault(kind.kind, 0L) > 0)
                .map(kind -> of(kind, numbers.getOrDefault(kind.kind, 0L), base))
                .toList();
    }

    private static ToReview of(Kind kind, long number, String base) {
        return new ToReview(number, number == 1 ? kind.one : kind.several, base + kind.path);
    }

    private static Stream<Kind> kinds(StaffMember member) {
        return Stream.of(Kind.values()).filter(kind -> member.may(kind.permission));
    }
}
