package io.anteroom.clinic.questionnaire.link;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.credential.Enrolled;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import io.anteroom.clinic.access.grant.AccessLevel;
import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.grant.GrantTerms;
import io.anteroom.clinic.access.grant.Grants;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.access.registration.NewAccount;
import io.anteroom.clinic.access.registration.NewAccounts;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.audit.AuditAction;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.questionnaire.assignment.Assignments;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.clinic.settings.Section;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Gives the form to whoever proved the address: to a new account of limited access, or to the one that signs in with it, for its own
 * record where it has one.
 */
@Component
class FormLinkErrand implements SignInErrand {

    private final FormLinkRows rows;
    private final NewAccounts accounts;
    private final Grants grants;
    private final Assignments forms;
    private final PublishedPortals portals;
    private final AuditLog audit;
    private final Clock clock;

    FormLinkErrand(
            FormLinkRows rows,
            NewAccounts accounts,
            Grants grants,
            Assignments forms,
            PublishedPortals portals,
            AuditLog audit,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.grants = grants;
        this.forms = forms;
        this.portals = portals;
        this.audit = audit;
        this.clock = clock;
    }

    static Errand of(FormLinkId id) {
        return new Errand(FormLinkMail.KIND, id.toString());
    }

    @Override
    public String kind() {
        return FormLinkMail.KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return open(rows.find(id(ref)), address).isPresent();
    }

    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        FormLink link = open(rows.locked(id(ref)), address).orElse(null);
        Applicant said = link == null ? null : link.said();
        if (link == null || said == null) {
            return new ErrandResult.Ended();
        }
        return switch (accounts.enter(said, AccountOrigin.FORM, address)) {
            case NewAccount.Opened(var enrolled) -> give(link, enrolled, Optional.empty(), said.fullName());
            case NewAccount.Known(var enrolled) -> give(link, enrolled, own(enrolled.account()), address.masked());
            case NewAccount.NotProved() -> new ErrandResult.AddressTaken();
        };
    }

    private ErrandResult give(FormLink link, Enrolled enrolled, Optional<Own> own, String name) {
        AccountId account = enrolled.account();
        var patient = own.map(Own::patient).orElse(null);
        boolean all = own.map(Own::all).orElse(false);
        var by = new Actor.PortalUser(account.toString(), name);
        var form = forms.giveByLink(link.questionnaire(), account, patient, all, link.due(), link.sentBy(), by);
        rows.use(link.id(), account, form, clock.instant());
        var entry = FormLinks.entry(AuditAction.FORM_LINK_USED, link.id());
        audit.record(by, patient == null ? entry : entry.ofPatient(patient.value()));
        return new ErrandResult.Done(enrolled);
    }

    /**
     * The holder's own record.
     *
     * @param all whether they see all forms of it
     */
    private record Own(PatientId patient, boolean all) {}

    /** Where there is one and no more. */
    private Optional<Own> own(AccountId account) {
        List<Own> own = grants.of(account).entrySet().stream()
                .filter(grant -> grant.getValue().relationship() == Relationship.SELF)
                .map(grant -> new Own(grant.getKey(), seesAll(grant.getValue())))
                .toList();
        return own.size() == 1 ? Optional.of(own.getFirst()) : Optional.empty();
    }

    private static boolean seesAll(GrantTerms terms) {
        return terms.level() == AccessLevel.FULL && terms.scopes().contains(AccessScope.BOOKINGS);
    }

    private Optional<FormLink> open(Optional<FormLink> found, SignInAddress address) {
        return found.filter(link -> link.isOpen(clock.instant()) && link.email().equals(address))
                .filter(link -> rows.active(link.questionnaire()))
                .filter(_ -> portals.current().offers(Section.QUESTIONNAIRES));
    }

    private static FormLinkId id(String ref) {
        return new FormLinkId(Long.parseLong(ref));
    }
}
