package io.anteroom.clinic.billing.card;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.card.PayerRef;
import java.util.Optional;

/** How the payments module is told of accounts that keep cards, and of patients whose invoices they pay. */
public final class AccountPayer {

    private static final String KIND = "account";
    private static final String PATIENT = "patient ";

    private AccountPayer() {}

    /** The payer that an account is. */
    public static PayerRef of(AccountId account) {
        return new PayerRef(KIND, account.toString());
    }

    /** The account, or nothing if somebody else is meant. */
    static Optional<AccountId> account(PayerRef payer) {
        return payer.kind().equals(KIND) ? number(payer.id()).map(AccountId::new) : Optional.empty();
    }

    /** Whoever is signed in, for what they agreed to: the name that they go by now, and the number that stays. */
    public static String signature(VisibleChart chart) {
        String name = chart.name();
        return (name.length() > 150 ? name.substring(0, 150) : name) + " (account "
                + chart.viewer().account() + ")";
    }

    /** What a permission about that patient's invoices is about. */
    static String about(PatientId patient) {
        return PATIENT + patient.value();
    }

    /** The patient that a permission is about, or nothing if it is about something else. */
    static Optional<PatientId> patient(String about) {
        return about.startsWith(PATIENT)
                ? number(about.substring(PATIENT.length())).map(PatientId::new)
                : Optional.empty();
    }

    private static Optional<Long> number(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
