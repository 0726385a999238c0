package io.anteroom.tenantadmin.access.registration;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.registration.Decided;
import io.anteroom.clinic.access.registration.Registration;
import io.anteroom.clinic.access.registration.RegistrationRequests;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.patient.Moments;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff decide about a request: join it to a record, make a patient of it, or refuse it with a word. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/requests/{account}")
class DecisionController {

    private static final int LONGEST_WORD = 500;

    private final RegistrationRequests requests;
    private final PatientRecords records;
    private final Patients patients;
    private final RequestsController page;

    DecisionController(
            RegistrationRequests requests, PatientRecords records, Patients patients, RequestsController page) {
        this.requests = requests;
        this.records = records;
        this.patients = patients;
        this.page = page;
    }

    @PostMapping("/joining")
    @Needs(Permission.MANAGE_ACCESS)
    Reply join(
            @PathVariable long account,
            @RequestParam(defaultValue = "") String patient,
            @RequestParam(defaultValue = "") String checked,
            StaffMember staff) {
        var number = number(patient);
        var id = new AccountId(account);
        if (number.isEmpty()) {
            return notJoined(id, patient, "Enter the number of the patient’s record", staff);
        }
        var record = new PatientId(number.getAsLong());
        return stranger(id, record)
                .filter(other -> !checked.equals(record.toString()))
                .map(other -> toCheck(id, other, staff))
                .orElseGet(() -> answer(id, patient, requests.join(id, record, staff.actor()), staff));
    }

    /** The patient of that number, where neither name and birth date nor the address agree and the request waits; a slip of a digit is likely. */
    private Optional<Patient> stranger(AccountId account, PatientId record) {
        return requests.find(account)
                .filter(Registration::isOpen)
                .filter(registration -> requests.matches(registration).stream()
                        .noneMatch(match -> match.patient().equals(record)))
                .flatMap(registration -> patients.find(record));
    }

    private Reply toCheck(AccountId account, Patient other, StaffMember staff) {
        var number = other.id().toString();
        return Reply.invalid(page.page(
                account,
                number,
                "",
                FormErrors.of(
                        "patient",
                        "Number " + number + " is " + other.fullName() + ", born " + Moments.day(other.birthDate())
                                + ". Neither name and date of birth nor the address agree. If it is right all the same, choose Join to"
                                + " this record again"),
                number,
                staff));
    }

    /** Staff have seen on the page which records there are of that name and birth date. */
    @PostMapping("/patient")
    @Needs(Permission.MANAGE_ACCESS)
    Reply makeNew(@PathVariable long account, StaffMember staff) {
        staff.require(Permission.EDIT_PATIENTS);
        var id = new AccountId(account);
        return answer(id, "", requests.joinNew(id, details -> add(details, staff), staff.actor()), staff);
    }

    @PostMapping("/refusal")
    @Needs(Permission.MANAGE_ACCESS)
    Reply refuse(@PathVariable long account, @RequestParam(defaultValue = "") String word, StaffMember staff) {
        var id = new AccountId(account);
        var text = word.strip();
        if (text.isEmpty()) {
            return notRefused(id, word, "Write what the person should know, such as whom to call", staff);
        }
        if (text.length() > LONGEST_WORD) {
            return notRefused(id, text, "Shorten this to " + LONGEST_WORD + " characters or fewer", staff);
        }
        return answer(id, "", requests.refuse(id, text, staff.actor()), staff);
    }

    private PatientId add(PatientDetails details, StaffMember staff) {
        return switch (records.register(details, true, staff.actor())) {
            case Registered.Created(var id) -> id;
            case Registered other -> throw new IllegalStateException("Nothing stands against it: " + other);
        };
    }

    /** @param number of the record, as typed */
    private Reply answer(AccountId account, String number, Decided decided, StaffMember staff) {
        return switch (decided) {
            case Decided.Joined(var patient) ->
                Reply.redirect(PatientRecord.url(patient.value()))
                        .done("Joined, with limited access. An access link opens the rest");
            case Decided.Refused() -> Reply.redirect(RequestRow.base()).done("Refused, and the person is told");
            case Decided.Before(var _) ->
                Reply.redirect(RequestRow.url(account)).refused("Somebody has decided this meanwhile");
            case Decided.HasAccount() ->
                notJoined(
                        account,
                        number,
                        "This patient signs in with another account already. Nothing was joined. Refuse this one below,"
                                + " and say which address to sign in with",
                        staff);
            case Decided.AgainstTheModel(var who) ->
                notJoined(
                        account,
                        number,
                        "Your clinic’s rule of accounts is against it, because of the access of " + who
                                + ". Nothing was joined",
                        staff);
            case Decided.Nothing() -> nothing(account, number, staff);
        };
    }

    private Reply nothing(AccountId account, String number, StaffMember staff) {
        if (requests.find(account).isEmpty()) {
            throw new NoSuchPageException();
        }
        return notJoined(account, number, "There is no patient of that number", staff);
    }

    private Reply notJoined(AccountId account, String number, String message, StaffMember staff) {
        return Reply.invalid(page.page(account, number, "", FormErrors.of("patient", message), staff));
    }

    private Reply notRefused(AccountId account, String word, String message, StaffMember staff) {
        return Reply.invalid(page.page(account, "", word, FormErrors.of("word", message), staff));
    }

    private static OptionalLong number(String typed) {
        try {
            return OptionalLong.of(Long.parseLong(typed.strip()));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
