package io.anteroom.tenantadmin.search;

import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.webkit.Icon;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page that can be found by its name, or by a word for what is done there. */
public enum Destination {
    TODAY("Today", "", Permission.ENTER, "home start checklist"),
    CALENDAR("Calendar", "/calendar", Permission.MANAGE_APPOINTMENTS, "appointments day week today bookings"),
    APPOINTMENTS(
            "Today’s appointments",
            "/appointments",
            Permission.MANAGE_APPOINTMENTS,
            "list no-shows did not come requests to match csv download"),
    WAITLIST("Waitlist", "/appointments/waitlist", Permission.MANAGE_APPOINTMENTS, "waiting freed times offered"),
    PATIENTS("Patients", "/patients", Permission.SEE_PATIENTS, "people records list"),
    NEW_PATIENT("New patient", "/patients/new", Permission.EDIT_PATIENTS, "add register"),
    IMPORT("Import patients", "/patients/import", Permission.IMPORT_PATIENTS, "csv file spreadsheet"),
    INVOICES("Invoices", "/invoices", Permission.SEE_INVOICES, "bills money"),
    OVERDUE("Overdue invoices", "/invoices?show=overdue", Permission.SEE_INVOICES, "late unpaid"),
    NEW_INVOICE("New invoice", "/invoices/new", Permission.EDIT_INVOICES, "add bill write"),
    PORTAL(
            "Settings: Patient Portal",
            "/settings/portal",
            Permission.CHANGE_SETTINGS,
            "branding logo colours welcome privacy sections phone email address switch on off publish draft"),
    AUTHENTICATION(
            "Settings: Patient Authentication",
            "/settings/authentication",
            Permission.CHANGE_SETTINGS,
            "codes email text message sms session length hours parents children age family account model"),
    CREDENTIALS(
            "Settings: Credentials",
            "/settings/authentication/credentials",
            Permission.CHANGE_SETTINGS,
            "accounts sign in email mobile unverified locked backfill export csv"),
    APPOINTMENT_SETTINGS(
            "Settings: Appointments",
            "/settings/appointments",
            Permission.CHANGE_SETTINGS,
            "locations rooms time zone practitioners services length price buffer hours week holidays closed days away reminders quiet waitlist"),
    PAYMENTS("Settings: Payments", "/settings/payments", Permission.SET_UP_PAYMENTS, "stripe cards account onboarding"),
    REQUESTS(
            "Requests to match",
            "/patients/requests",
            Permission.MANAGE_ACCESS,
            "accounts opened registration possible match join new people"),
    POSTER("Poster of the portal", "/portal-poster", Permission.ENTER, "qr code desk print address"),
    AUDIT("Settings: Audit log", "/settings/audit", Permission.READ_AUDIT, "history who did what");

    private static final int FEWEST_LETTERS = 2;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s:]+");

    private final String label;
    private final String path;
    private final Permission permission;
    private final String words;

    Destination(String label, String path, Permission permission, String words) {
        this.label = label;
        this.path = path;
        this.permission = permission;
        this.words = label + " " + words;
    }

    /** Those that {@code staff} may open and of which every word typed begins a word. */
    static List<Destination> matching(String typed, StaffMember staff) {
        List<String> wanted = words(typed).toList();
        return Stream.of(values())
                .filter(one -> typed.strip().length() >= FEWEST_LETTERS
                        && staff.may(one.permission)
                        && wanted.stream().allMatch(one::knows))
                .toList();
    }

    private boolean knows(String beginning) {
        return words(words).anyMatch(word -> word.startsWith(beginning));
    }

    private static Stream<String> words(String text) {
        return BETWEEN_WORDS.splitAsStream(text.strip().toLowerCase(Locale.ROOT));
    }

    /** As it is shown. */
    public String label() {
        return label;
    }

    /** The picture beside it. */
    public Icon icon() {
        return switch (this) {
            case TODAY -> Icon.HOME;
            case CALENDAR, APPOINTMENTS, WAITLIST -> Icon.CALENDAR;
            case PATIENTS -> Icon.USERS;
            case NEW_PATIENT, NEW_INVOICE -> Icon.PLUS;
            case IMPORT -> Icon.UPLOAD;
            case INVOICES, OVERDUE -> Icon.INVOICE;
            case REQUESTS -> Icon.USER;
            case PORTAL, POSTER -> Icon.DEVICES;
            case AUTHENTICATION -> Icon.KEY;
            case CREDENTIALS -> Icon.KEY;
            case APPOINTMENT_SETTINGS -> Icon.CALENDAR;
            case PAYMENTS -> Icon.CARD;
            case AUDIT -> Icon.SHIELD;
        };
    }

    /** Its address at that organisation. */
    public String href(String organisation) {
        return organisation + path;
    }
}
