package io.anteroom.tenantadmin.merging;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.merging.MergePlan;
import io.anteroom.clinic.merging.MergeSide;
import io.anteroom.clinic.merging.MergeSide.OwnAccount;
import io.anteroom.clinic.patient.PatientField;
import io.anteroom.clinic.patient.PatientTexts;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.patient.Counted;
import io.anteroom.tenantadmin.patient.Moments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two records beside each other.
 *
 * @param first the record one comes from
 * @param second the other
 * @param rows what each has
 */
public record CompareView(Column first, Column second, List<Row> rows) {

    /** Copies the rows. */
    public CompareView {
        rows = List.copyOf(rows);
    }

    /**
     * One of the records.
     *
     * @param url its address
     * @param keepUrl where what happens is shown if it is the one that stays
     */
    public record Column(String name, String number, String url, String keepUrl) {}

    /**
     * What both have of one thing.
     *
     * @param differ whether both have some, and not the same
     */
    public record Row(String label, String first, String second, boolean differ) {

        static Row of(String label, String first, String second) {
            return new Row(
                    label, first, second, !first.isEmpty() && !second.isEmpty() && !first.equalsIgnoreCase(second));
        }

        static Row counted(String label, String first, String second) {
            return new Row(label, first, second, false);
        }
    }

    static CompareView of(MergePlan plan) {
        var one = plan.stays();
        var other = plan.goes();
        return new CompareView(column(one, other), column(other, one), rows(one, other));
    }

    private static Column column(MergeSide side, MergeSide other) {
        var url = MergeController.record(side.id());
        return new Column(
                side.details().fullName(), side.id().toString(), url, url + "/merge/" + other.id() + "/check");
    }

    private static List<Row> rows(MergeSide one, MergeSide other) {
        var country = CurrentTenant.get().country();
        var first = PatientTexts.of(one.details(), country);
        var second = PatientTexts.of(other.details(), country);
        var rows = new ArrayList<Row>();
        for (var field : PatientField.values()) {
            if (!first.get(field).isEmpty() || !second.get(field).isEmpty()) {
                rows.add(Row.of(field.label(), first.get(field), second.get(field)));
            }
        }
        rows.add(Row.counted("Record since", Moments.dayOf(one.createdAt()), Moments.dayOf(other.createdAt())));
        rows.add(Row.of("Signs in with", addresses(one.own()), addresses(other.own())));
        rows.add(Row.counted("Last sign-in", lastSignIn(one.own()), lastSignIn(other.own())));
        rows.add(Row.counted("Signed in now", sessions(one.own()), sessions(other.own())));
        rows.add(Row.counted("Others with access", people(one), people(other)));
        rows.add(Row.counted("Open invitations", count(one.invitations()), count(other.invitations())));
        rows.add(Row.counted("Appointments", appointments(one), appointments(other)));
        rows.add(Row.counted(
                "Clinical entries",
                count(one.papers().entries()),
                count(other.papers().entries())));
        rows.add(Row.counted(
                "Documents",
                count(one.papers().documents()),
                count(other.papers().documents())));
        rows.add(Row.counted(
                "Forms", count(one.papers().forms()), count(other.papers().forms())));
        rows.add(Row.counted("Invoices", invoices(one), invoices(other)));
        rows.add(Row.counted(
                "Payments", count(one.money().payments()), count(other.money().payments())));
        rows.add(Row.counted(
                "Mail about invoices",
                count(one.money().messages()),
                count(other.money().messages())));
        rows.add(Row.counted("Entries in the audit log", count(one.logged()), count(other.logged())));
        return rows;
    }

    private static String addresses(@Nullable OwnAccount own) {
        return own == null || own.credentials().isEmpty()
                ? "Can’t sign in"
                : own.credentials().stream()
                        .map(one -> address(one.address()) + (one.verifiedAt() == null ? ", unverified" : ", verified"))
                        .collect(Collectors.joining("; "));
    }

    private static String address(SignInAddress address) {
        return MergeWords.address(address);
    }

    private static String lastSignIn(@Nullable OwnAccount own) {
        return own == null || own.lastSignedInAt() == null ? "Never" : Moments.moment(own.lastSignedInAt());
    }

    private static String sessions(@Nullable OwnAccount own) {
        return own == null || own.sessions() == 0 ? "No" : "In " + Counted.of(own.sessions(), "browser");
    }

    private static String people(MergeSide side) {
        return side.others().isEmpty()
                ? "Nobody"
                : side.others().stream().map(MergeWords::person).collect(Collectors.joining("; "));
    }

    private static String appointments(MergeSide side) {
        var bookings = side.bookings();
        return bookings.all() == 0 ? "None" : bookings.all() + ", " + bookings.ahead() + " of them to come";
    }

    private static String invoices(MergeSide side) {
        var money = side.money();
        if (money.invoices() == 0) {
            return "None";
        }
        var unpaid = money.unpaid() == 0
                ? ""
                : ", " + money.unpaid() + " unpaid with "
                        + Formats.ofClinic()
                                .money(money.dueMinor(), CurrentTenant.get().currency())
                        + " due";
        return money.invoices() + unpaid;
    }

    private static String count(long number) {
        return number == 0 ? "None" : Long.toString(number);
    }
}
