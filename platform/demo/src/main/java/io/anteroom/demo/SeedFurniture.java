package io.anteroom.demo;

import io.anteroom.clinic.access.credential.Configured;
import io.anteroom.clinic.access.credential.OnlineAccess;
import io.anteroom.clinic.access.credential.WantedCredentials;
import io.anteroom.clinic.audit.Actor;
import io.anteroom.clinic.billing.PaymentsSetup;
import io.anteroom.clinic.billing.part.PartPayments;
import io.anteroom.clinic.billing.part.PartRule;
import io.anteroom.clinic.patient.EmailAddress;
import io.anteroom.clinic.patient.MobileNumber;
import io.anteroom.clinic.patient.PatientDetails;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.patient.PatientRecords;
import io.anteroom.clinic.patient.Registered;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.settings.Publishing;
import io.anteroom.payments.Money;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus.Stage;
import io.anteroom.stripeemulator.StripeEmulator;
import java.net.URI;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Furnishes the current clinic through the same use cases its staff's pages call. */
final class SeedFurniture {

    private static final long LEAST_PART_IN_YEN = 1_000;

    private final ApplicationContext application;
    private final StripeEmulator stripe;

    SeedFurniture(ApplicationContext application, StripeEmulator stripe) {
        this.application = application;
        this.stripe = stripe;
    }

    /** Does nothing that was done before. */
    void put(SeedClinic clinic, String ownerSubject) {
        var owner = new Actor.Staff(ownerSubject, clinic.owner());
        var portal = application.getBean(PortalSetup.class);
        if (!portal.settings().everPublished()) {
            require(portal.publish(owner, clinic.design()) instanceof Publishing.Published, "branding");
            portal.switchTo(owner, true);
        }
        payments(clinic, owner);
        int number = 0;
        var made = new ArrayList<PatientId>();
        for (var patient : clinic.patients()) {
            patient(clinic, patient, ++number, owner).ifPresent(made::add);
        }
        var forms = new SeedForms(application, owner);
        boolean first = made.size() == clinic.patients().size();
        if (first) {
            forms.give(made);
            new SeedPrices(application, clinic, owner).put(made.getLast());
            new SeedCards(application, stripe).save(made.get(1));
            money(clinic, made.getLast(), owner);
        }
        new SeedAppointments(application, clinic, owner).put();
        if (first) {
            forms.askWithTheFirstService();
        }
        new SeedProfiles(application).put();
    }

    private void payments(SeedClinic clinic, Actor.Staff owner) {
        var setup = application.getBean(PaymentsSetup.class);
        if (setup.status().stage() == Stage.NOT_STARTED) {
            var nowhere =
                    new OnboardingReturn(URI.create("http://localhost/done"), URI.create("http://localhost/again"));
            require(setup.start(nowhere, clinic.ownerEmail(), owner) instanceof OnboardingStart.Redirect, "payments");
            if (clinic.equals(SeedClinic.SAKURA)) {
                var rule = new PartRule(true, Money.of(LEAST_PART_IN_YEN, clinic.currency()));
                application.getBean(PartPayments.class).set(rule, owner);
            }
        }
        if (!setup.status().chargesEnabled()) {
            stripe.control().activate(Objects.requireNonNull(setup.status().account()));
            require(setup.refresh(owner).chargesEnabled(), "payments");
        }
    }

    /** At one clinic, so that the other one shows how it looks without. */
    private void money(SeedClinic clinic, PatientId patient, Actor.Staff owner) {
        if (!clinic.equals(SeedClinic.HARBOUR)) {
            return;
        }
        var setup = application.getBean(PaymentsSetup.class);
        String account = Objects.requireNonNull(setup.status().account());
        try {
            new SeedMoney(application, stripe.control(), clinic, account, owner).put(patient);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Nothing if the patient was there before. */
    private Optional<PatientId> patient(
            SeedClinic clinic, SeedClinic.SeedPatient patient, int number, Actor.Staff owner) {
        var records = application.getBean(PatientRecords.class);
        if (records.register(details(clinic, patient, number), true, owner) instanceof Registered.Created(var id)) {
            var wanted = new WantedCredentials(patient.email(), patient.mobile(), true);
            var configured = application.getBean(OnlineAccess.class).configure(id, wanted, owner);
            require(configured instanceof Configured.Saved, "credentials of " + patient.email() + ": " + configured);
            new SeedInvoices(application).send(clinic, id, number, owner);
            new SeedRecords(application, clinic, id).put(number);
            new SeedDocuments(application).send(id, number, owner);
            return Optional.of(id);
        }
        return Optional.empty();
    }

    private static PatientDetails details(SeedClinic clinic, SeedClinic.SeedPatient patient, int number) {
        var plain = PatientDetails.of(patient.given(), patient.family(), patient.born());
        return new PatientDetails(
                "D-" + number,
                plain.givenName(),
                plain.familyName(),
                null,
                plain.birthDate(),
                null,
                EmailAddress.parse(patient.email()).orElseThrow(),
                MobileNumber.parse(patient.mobile(), clinic.country()).orElse(null),
                null,
                null,
                null,
                null);
    }

    private static void require(boolean done, String what) {
        if (!done) {
            throw new IllegalStateException("The demo could not set up " + what);
        }
    }
}
