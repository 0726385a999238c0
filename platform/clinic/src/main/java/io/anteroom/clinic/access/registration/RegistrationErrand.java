package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.access.AccountOrigin;
import io.anteroom.clinic.access.Authentication;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens the account of somebody who said who they are and proved an address, or lets in who has one with that address. */
@Component
class RegistrationErrand implements SignInErrand {

    private static final String KIND = "registration";

    private final RegistrationRows rows;
    private final NewAccounts accounts;
    private final Authentication authentication;

    RegistrationErrand(RegistrationRows rows, NewAccounts accounts, Authentication authentication) {
        this.rows = rows;
        this.accounts = accounts;
        this.authentication = authentication;
    }

    /** @param ref what was said, by its reference */
    static Errand of(String ref) {
        return new Errand(KIND, ref);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isOpen(String ref, SignInAddress address) {
        return draft(ref).isPresent();
    }

    @Override
    public boolean isForNewcomers() {
        return true;
    }

    /** What was said is forgotten, whatever comes of it. */
    @Override
    public ErrandResult run(String ref, SignInAddress address) {
        var draft = draft(ref);
        rows.forget(ref);
        return draft.map(said -> accounts.enter(said.applicant(), said.origin(), address))
                .or(() -> accounts.enterKnown(address))
                .map(RegistrationErrand::result)
                .orElseGet(ErrandResult.Ended::new);
    }

    private static ErrandResult result(NewAccount entry) {
        return switch (entry) {
            case NewAccount.Opened(var enrolled) -> new ErrandResult.Done(enrolled);
            case NewAccount.Known(var enrolled) -> new ErrandResult.Done(enrolled);
            case NewAccount.NotProved() -> new ErrandResult.AddressTaken();
        };
    }

    /** What was said, unless the clinic lets strangers open no accounts any more. */
    private Optional<Draft> draft(String ref) {
        return rows.draft(ref)
                .filter(draft -> draft.origin() != AccountOrigin.REGISTRATION
                        || authentication.settings().selfRegistration());
    }
}
