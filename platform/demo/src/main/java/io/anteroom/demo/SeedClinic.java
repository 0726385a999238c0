package io.anteroom.demo;

import io.anteroom.clinic.settings.Colour;
import io.anteroom.clinic.settings.PortalDesign;
import io.anteroom.clinic.settings.Section;
import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.Slug;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/**
 * A clinic the demo begins with.
 *
 * @param unitMinor what a visit costs, in the currency's minor unit
 * @param taxBasisPoints the rate on what is taxed
 */
record SeedClinic(
        String slug,
        String name,
        String country,
        String zone,
        String currency,
        String owner,
        String ownerEmail,
        PortalDesign design,
        long unitMinor,
        int taxBasisPoints,
        List<SeedPatient> patients) {

    /** A patient, with what they sign in with. */
    record SeedPatient(String given, String family, LocalDate born, String email, String mobile) {}

    static final SeedClinic HARBOUR = new SeedClinic(
            "harbour",
            "Harbour Physiotherapy",
            "GB",
            "Europe/London",
            "GBP",
            "Olivia Hart",
            "olivia@harbour.example",
            design(
                    "Harbour Physiotherapy",
                    "#1f4e79",
                    "#c2571a",
                    "Welcome to Harbour Physiotherapy. See your invoices and pay them here.",
                    "020 7946 0123",
                    "hello@harbour.example",
                    "12 Quay Street\nLondon SE1 2AB"),
            6_500,
            2_000,
            List.of(
                    new SeedPatient(
                            "Anna", "Bell", LocalDate.of(1985, 3, 14), "anna@patients.example", "+447400123456"),
                    new SeedPatient("Ben", "Carter", LocalDate.of(1972, 11, 2), "ben@patients.example", ""),
                    new SeedPatient("Chloe", "Davies", LocalDate.of(1999, 7, 30), "chloe@patients.example", "")));

    static final SeedClinic SAKURA = new SeedClinic(
            "sakura",
            "Sakura Dental",
            "JP",
            "Asia/Tokyo",
            "JPY",
            "Kenji Sato",
            "kenji@sakura.example",
            design(
                    "Sakura Dental",
                    "#8a2d55",
                    "#b0567d",
                    "Welcome to Sakura Dental. Your invoices are here, and can be paid by card.",
                    "03-1234-5678",
                    "hello@sakura.example",
                    "2-4-1 Marunouchi\nChiyoda-ku, Tokyo 100-0005"),
            8_800,
            1_000,
            List.of(
                    // The same address as at the other clinic: the two know nothing of each other.
                    new SeedPatient("Anna", "Bell", LocalDate.of(1985, 3, 14), "anna@patients.example", ""),
                    new SeedPatient(
                            "Haruto", "Tanaka", LocalDate.of(1990, 5, 21), "haruto@patients.example", "+819012345678"),
                    new SeedPatient("Yui", "Suzuki", LocalDate.of(2001, 1, 9), "yui@patients.example", "")));

    static final List<SeedClinic> ALL = List.of(HARBOUR, SAKURA);

    private static PortalDesign design(
            String name, String main, String accent, String welcome, String phone, String email, String address) {
        return new PortalDesign(
                name,
                new Colour(main),
                new Colour(accent),
                welcome,
                phone,
                email,
                address,
                "We keep what we need for your treatment and our accounts, and give it to nobody else without your leave.",
                null,
                Set.of(Section.values()));
    }

    NewOrganisation asOrganisation() {
        return new NewOrganisation(
                name,
                new Slug(slug),
                Countries.byCode(country).orElseThrow(),
                ZoneId.of(zone),
                Currency.getInstance(currency),
                new NewOrganisation.Owner(owner, new EmailAddress(ownerEmail)));
    }
}
