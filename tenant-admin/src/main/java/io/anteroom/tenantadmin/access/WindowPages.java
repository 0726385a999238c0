package io.anteroom.tenantadmin.access;

import gg.jte.Content;
import io.anteroom.clinic.access.credential.AccessOverview;
import io.anteroom.clinic.access.credential.PatientAccess;
import io.anteroom.clinic.access.invitation.AccessWindow;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.tenantadmin.templates.Templates;
import io.anteroom.webkit.form.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The pages of the window: the form with the draft, and the warning before something is to be taken away. */
@Component
class WindowPages {

    private static final Templates TEMPLATES = new StaticTemplates();

    private final PatientRecord records;
    private final AccessOverview overview;
    private final AccessWindow window;
    private final StaffPages pages;

    WindowPages(PatientRecord records, AccessOverview overview, AccessWindow window, StaffPages pages) {
        this.records = records;
        this.overview = overview;
        this.window = window;
        this.pages = pages;
    }

    /** What is there now. */
    PatientAccess access(long id) {
        return overview.of(new PatientId(id));
    }

    /** The name of what is there now. */
    String seen(long id) {
        return window.seen(new PatientId(id));
    }

    /** A form on which nothing was typed yet. */
    CredentialsForm blank(long id) {
        records.find(id);
        return CredentialsForm.of(access(id), seen(id));
    }

    /** The form. */
    Content form(long id, CredentialsForm form, FormErrors errors, @Nullable DraftConflict conflict) {
        return TEMPLATES.accessCredentials(
                pages.page(StaffSection.PATIENTS, "Configure credentials"),
                records.find(id),
                PatientRecord.url(id),
                form.faulty(errors),
                access(id),
                conflict);
    }

    /** The warning. */
    Content warning(RemovalWarning warning, CredentialsForm draft) {
        return TEMPLATES.accessCredentialRemoval(
                pages.page(StaffSection.PATIENTS, "Remove " + warning.kind()), warning, draft);
    }
}
