package io.anteroom.tenantadmin.patient;

import io.anteroom.webkit.Badge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is always in sight on a patient's record: who it is, and the tabs that whoever looks may open.
 *
 * @param base the record's address
 * @param born the birth date, and the age
 * @param alerts a short note, or nothing
 * @param balance what the patient has to pay, or nothing for those who may not see invoices
 */
public record PatientHead(
        String base,
        String name,
        String born,
        @Nullable String alerts,
        @Nullable Badge balance,
        List<Tab> tabs) {

    /**
     * A tab of the record.
     *
     * @param key what a page names to mark it
     */
    public record Tab(String key, String label, String href) {}
}
