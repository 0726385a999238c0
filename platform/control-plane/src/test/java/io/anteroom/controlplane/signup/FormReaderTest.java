package io.anteroom.controlplane.signup;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.webkit.form.FormError;
import io.anteroom.webkit.form.FormErrors;
import java.time.ZoneId;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class FormReaderTest {

    @Test
    void aFilledInFormIsAnOrganisation() {
        NewOrganisation read =
                wanted(form("  Oak   Lane Dental ", "Oak-Lane", "GB", "Europe/London", "GBP", "Anna Berg"));
        assertThat(read.name()).isEqualTo("Oak Lane Dental");
        assertThat(read.slug().value()).isEqualTo("oak-lane");
        assertThat(read.owner().email().value()).isEqualTo("anna@example.net");
    }

    @Test
    void zoneAndCurrencyLeftOpenAreTheCountrysUsualOnes() {
        NewOrganisation read = wanted(form("Sakura", "sakura", "JP", "", "", "Yui"));
        assertThat(read.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(read.currency()).isEqualTo(Currency.getInstance("JPY"));
    }

    @Test
    void zoneAndCurrencyMayBeAnotherCountrys() {
        NewOrganisation read = wanted(form("Border Clinic", "border", "DE", "Europe/Zurich", "CHF", "Anna Berg"));
        assertThat(read.zone()).isEqualTo(ZoneId.of("Europe/Zurich"));
        assertThat(read.currency()).isEqualTo(Currency.getInstance("CHF"));
    }

    @Test
    void anEmptyFormSaysAllThatIsMissingInTheOrderOfItsFields() {
        var empty = new SignUpForm(null, null, null, null, null, null, null, null, null, null, null, null);
        assertThat(wrong(empty).list())
                .extracting(FormError::field)
                .containsExactly("organisationName", "slug", "country", "ownerName", "email", "terms");
    }

    @Test
    void whatIsNotOnAListIsRefused() {
        FormErrors errors = wrong(form("Oak", "oak", "XX", "Mars/Olympus", "XXX", "Anna"));
        assertThat(errors.list()).extracting(FormError::field).containsExactly("country", "zone", "currency");
    }

    @Test
    void aNameThatWouldPutALinkIntoSomebodysMailIsRefused() {
        assertThat(wrong(form("Win at https://bad.example", "oak", "GB", "", "", "Anna"))
                        .on("organisationName"))
                .isNotNull();
        assertThat(wrong(form("Oak", "oak", "GB", "", "", "See http://bad.example"))
                        .on("ownerName"))
                .isNotNull();
    }

    private static SignUpForm form(
            String name, String slug, String country, String zone, String currency, String ownerName) {
        return new SignUpForm(
                name, slug, "", country, zone, currency, ownerName, "Anna@Example.net", "true", "", "", "");
    }

    private static NewOrganisation wanted(SignUpForm form) {
        return ((FormReader.Wanted) FormReader.read(form)).organisation();
    }

    private static FormErrors wrong(SignUpForm form) {
        return ((FormReader.Wrong) FormReader.read(form)).errors();
    }
}
