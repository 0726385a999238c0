package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;

/** From the front page to a portal that is live and an owner with a password. */
final class SigningUp {

    private final Person owner;
    private final Inbox inbox;

    SigningUp(Person owner) {
        this.owner = owner;
        this.inbox = new Inbox(owner);
    }

    void readsTheFrontPage() {
        owner.goesTo("", "/");
        owner.reads("A patient portal for your clinic");
        owner.looks("front");
        owner.goesTo("", "/terms");
        owner.looks("terms");
        owner.goesTo("", "/privacy");
        owner.looks("privacy");
    }

    void opensTheForm() {
        owner.goesTo("", "/");
        owner.follows("Start your portal");
        owner.reads("Start your portal");
    }

    /** What was typed stays, and each mistake is said beside its field. */
    void makesMistakes(Clinic clinic) {
        owner.looks("start");
        owner.types(clinic.name(), "Organisation name");
        owner.types("mary at elm", "Your email address");
        owner.presses("Continue");
        owner.reads("There is a problem");
        assertThat(owner.field("Organisation name")).hasValue(clinic.name());
        assertThat(owner.field("Your email address")).hasValue("mary at elm");
        assertThat(owner.main()).containsText("Enter an email address like name@example.org");
        owner.looks("start-with-mistakes");
    }

    /** The address is looked up while it is typed. */
    void looksForAnAddress() {
        var status = owner.page().locator("#slug-status");
        owner.types("harbour", "Address of your portal");
        assertThat(status).containsText("Someone else has this address");
        owner.types("admin", "Address of your portal");
        assertThat(status).containsText("We use this address ourselves");
        owner.looks("start-address-refused");
    }

    void asks(Clinic clinic) {
        owner.types(clinic.name(), "Organisation name");
        owner.types(clinic.slug(), "Address of your portal");
        assertThat(owner.page().locator("#slug-status")).containsText(clinic.slug() + ".localhost");
        owner.field("Country").selectOption(clinic.country());
        assertThat(owner.field("Currency of your invoices")).hasValue("GBP");
        owner.types(clinic.owner(), "Your full name");
        owner.types(clinic.email(), "Your email address");
        owner.ticks("I agree to the terms, for my organisation");
        owner.presses("Continue");
        owner.reads("Check your email");
    }

    /** Opening the link, twice, changes nothing; the button does. */
    void confirms(Clinic clinic) {
        owner.looks("check-your-mail");
        var subject = "Confirm your email to start the portal of " + clinic.name();
        inbox.opensAndLooks(clinic.email(), subject, "confirm");
        inbox.follows("/signup/confirm/");
        owner.reads("Set up the portal of " + clinic.name());
        owner.page().reload();
        owner.reads("Set up the portal of " + clinic.name());
        owner.looks("confirm");
        owner.presses("Confirm and set up the portal");
    }

    /** The page moves on by itself, step by step. */
    void watchesItBeingSetUp() {
        owner.reads("Your portal is live");
        assertThat(owner.page().locator(".stage")).hasCount(6);
        Assertions.assertThat(NoPage.PART.flaws(owner.page(), owner.page().url().replace("/progress", "/steps")))
                .isEmpty();
        owner.looks("live");
    }

    void setsAPassword(Clinic clinic) {
        inbox.opensAndLooks(clinic.email(), "The portal of " + clinic.name() + " is live", "welcome");
        inbox.follows("/welcome/");
        owner.reads("Welcome to " + clinic.name());
        owner.looks("welcome");
        owner.presses("Continue");
        owner.reads("Choose a password");
        owner.looks("keycloak-password");
        owner.types("short", "New password");
        owner.types("short", "The same again");
        owner.presses("Continue");
        owner.looks("keycloak-password-refused");
        owner.types(Clinic.PASSWORD, "New password");
        owner.types(Clinic.PASSWORD, "The same again");
        owner.presses("Continue");
    }

    /** Who has a password already goes straight on with it. */
    void startsAnother(Clinic clinic) {
        opensTheForm();
        asks(clinic);
        inbox.opens(clinic.email(), "Confirm your email to start the portal of " + clinic.name());
        inbox.follows("/signup/confirm/");
        owner.presses("Confirm and set up the portal");
        owner.reads("Your portal is live");
        inbox.opens(clinic.email(), "The portal of " + clinic.name() + " is live");
        inbox.follows("/welcome/");
        owner.presses("Continue");
    }
}
