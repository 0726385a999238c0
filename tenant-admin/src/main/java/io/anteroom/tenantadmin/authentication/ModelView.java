package io.anteroom.tenantadmin.authentication;

import io.anteroom.clinic.access.AccountModel;
import io.anteroom.clinic.access.authentication.ModelChoice;
import io.anteroom.clinic.access.authentication.ModelPreview;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.webkit.Pagination;

/**
 * What the page says on switching to another account model.
 *
 * @param base the address of Settings > Patient Authentication
 * @param current the model that holds
 * @param wanted the one looked at
 * @param preview who would be affected
 */
public record ModelView(String base, ModelChoice current, ModelChoice wanted, ModelPreview preview) {

    /** The address of the page. */
    static String preview(String base, ModelChoice wanted) {
        return base + "/model/preview?model=" + wanted.model() + "&oneAccountPerRecord=" + wanted.oneAccountPerRecord();
    }

    /** Whether it is the model that holds. */
    public boolean same() {
        return wanted.equals(current);
    }

    /** Whether accounts open one record each from then on, and several until then. */
    public boolean narrowsAccounts() {
        return wanted.model() == AccountModel.ONE_PATIENT_PER_ACCOUNT
                && current.model() == AccountModel.FAMILY_ACCOUNTS;
    }

    /** Whether records are open to one account each from then on, and to several until then. */
    public boolean narrowsRecords() {
        return wanted.oneAccountPerRecord() && !current.oneAccountPerRecord();
    }

    /** The Online access of a record. */
    public String onlineAccess(PatientId patient) {
        return base.replace("/settings/authentication", "/patients/" + patient.value() + "/online-access");
    }

    /** The way through the accounts. */
    public Pagination accounts() {
        return pages(preview.manyRecords(), "accounts");
    }

    /** The way through the records. */
    public Pagination records() {
        return pages(preview.manyAccounts(), "records");
    }

    private Pagination pages(ModelPreview.Part<?> part, String parameter) {
        return new Pagination(
                part.number(),
                ModelPreview.PAGE_SIZE,
                part.total(),
                number -> preview(base, wanted) + "&" + parameter + "=" + number);
    }
}
