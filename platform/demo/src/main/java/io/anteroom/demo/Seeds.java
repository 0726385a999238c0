package io.anteroom.demo;

import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.provisioning.Progress.State;
import io.anteroom.controlplane.signup.Organisations;
import io.anteroom.localservices.keycloak.RealmSetup;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/**
 * The two clinics a demo begins with, made as sign-up makes them, and furnished as their staff would. What is there from
 * an earlier run stays; what a run that was ended half-way left out is added.
 */
final class Seeds {

    private static final String BOTH_EMAIL = "robin@staff.example";
    private static final String OPERATOR_EMAIL = "operator@anteroom.example";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ApplicationContext application;
    private final LocalServices services;
    private final RealmSetup realm;
    private final Secrets secrets;

    private Seeds(ApplicationContext application, LocalServices services, Secrets secrets) {
        this.application = application;
        this.services = services;
        this.realm = services.keycloak().realm();
        this.secrets = secrets;
    }

    static DemoPeople plant(ApplicationContext application, LocalServices services, Secrets secrets, Progress progress)
            throws IOException, InterruptedException {
        return new Seeds(application, services, secrets).plant(progress);
    }

    private DemoPeople plant(Progress progress) throws IOException, InterruptedException {
        var staff = new ArrayList<DemoPeople.Login>();
        for (var clinic : SeedClinic.ALL) {
            if (!isOpen(clinic)) {
                progress.say("Making " + clinic.name());
                provision(clinic);
            }
            staff.add(owner(clinic));
            furnish(clinic);
        }
        staff.add(atBoth());
        return new DemoPeople(List.copyOf(staff), operator());
    }

    private boolean isOpen(SeedClinic clinic) {
        return directory()
                .bySlug(clinic.slug())
                .filter(tenant -> tenant.state() == TenantState.ACTIVE)
                .isPresent();
    }

    private void provision(SeedClinic clinic) throws InterruptedException {
        var organisations = application.getBean(Organisations.class);
        var id = new SignUpId(UUID.nameUUIDFromBytes(clinic.slug().getBytes(StandardCharsets.UTF_8)));
        if (!organisations.signUpConfirmed(id, clinic.asOrganisation())) {
            throw new IllegalStateException("Somebody else has the address of " + clinic.name());
        }
        var made = organisations.await(id, PATIENCE);
        if (made.state() != State.DONE) {
            throw new IllegalStateException("Making " + clinic.name() + " is not done: " + made);
        }
    }

    private DemoPeople.Login owner(SeedClinic clinic) throws IOException, InterruptedException {
        var password = secrets.password("staff-" + clinic.slug());
        realm.password(realm.userId(clinic.ownerEmail()).orElseThrow(), password);
        return new DemoPeople.Login("owner of " + clinic.name(), clinic.ownerEmail(), password);
    }

    private void furnish(SeedClinic clinic) throws IOException, InterruptedException {
        var subject = realm.userId(clinic.ownerEmail()).orElseThrow();
        CurrentTenant.run(tenant(clinic), () -> new SeedFurniture(application, services.stripe()).put(clinic, subject));
    }

    /** Somebody who works at both, and so has to choose. */
    private DemoPeople.Login atBoth() throws IOException, InterruptedException {
        var password = secrets.password("staff-both");
        if (realm.userId(BOTH_EMAIL).isEmpty()) {
            var user = realm.user(BOTH_EMAIL, "Robin", "Reed", password);
            for (var clinic : SeedClinic.ALL) {
                var organisation = realm.organisationId(tenant(clinic).id().value());
                realm.member(organisation, user, clinic.equals(SeedClinic.HARBOUR) ? "admin" : "receptionist");
            }
        }
        return new DemoPeople.Login("administrator and receptionist", BOTH_EMAIL, password);
    }

    private DemoPeople.Login operator() throws IOException, InterruptedException {
        var password = secrets.password("operator");
        if (realm.userId(OPERATOR_EMAIL).isEmpty()) {
            realm.role(realm.user(OPERATOR_EMAIL, "Oscar", "Operator", password), "operator");
        }
        return new DemoPeople.Login("operator", OPERATOR_EMAIL, password);
    }

    private TenantDirectory directory() {
        return application.getBean(TenantDirectory.class);
    }

    private Tenant tenant(SeedClinic clinic) {
        return directory().bySlug(clinic.slug()).orElseThrow();
    }
}
