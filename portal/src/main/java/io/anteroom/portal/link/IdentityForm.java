package io.anteroom.portal.link;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.link.LinkPage;
import io.anteroom.portal.signin.Addresses;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.webkit.form.DateInput;
import io.anteroom.webkit.form.FormErrors;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was entered by somebody who holds a link.
 *
 * @param address an email address or mobile number, or where there is a choice the kind of the one chosen
 * @param born the birth date as typed
 */
public record IdentityForm(
        @Nullable String address, @Nullable DateInput born) {

    static final IdentityForm EMPTY = new IdentityForm("", DateInput.EMPTY);

    /** The address as typed. */
    public String typed() {
        return Objects.requireNonNullElse(address, "").strip();
    }

    /** Where the code goes. */
    Optional<SignInAddress> address(LinkPage page) {
        return page.asksAddress()
                ? SignInAddress.read(typed(), CurrentTenant.get().country())
                : page.ways().stream()
                        .filter(way -> LinkPages.channel(way).equals(typed()))
                        .findFirst();
    }

    Optional<LocalDate> date() {
        return Optional.ofNullable(born).flatMap(DateInput::date);
    }

    /** What is missing or can't be read. */
    FormErrors errors(LinkPage page, Addresses addresses) {
        var errors = FormErrors.none();
        if (page.asksBirthDate() && date().isEmpty()) {
            errors = errors.with("born", say("Enter the date of birth with day, month and year, like 27 3 1980"));
        }
        if (address(page).isPresent()) {
            return errors;
        }
        return errors.with(
                "address", page.asksAddress() ? addresses.error(typed()) : say("Choose where we send the code"));
    }
}
