package io.anteroom.demo.story;

/** Where staff arrive, and how they come and go. */
final class Office {

    private final Person staff;

    Office(Person staff) {
        this.staff = staff;
    }

    void findsTheChecklist() {
        staff.reads("Set up your portal");
        staff.isTold("0 of 5 done");
        staff.looks("checklist");
    }

    void findsTheChecklistDone(Clinic clinic) {
        staff.goesTo("app.", "/o/" + clinic.slug());
        staff.reads("The portal is on");
        staff.looks("office");
    }

    void findsItAllInTheLog(Clinic clinic) {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/settings/audit");
        staff.reads("Audit log");
        staff.looks("audit-log");
    }

    void signsOut() {
        staff.page().locator(".menu-me summary").click();
        staff.presses("Sign out");
        staff.reads("You are signed out");
        staff.looks("signed-out");
    }

    /** With a wrong password first. */
    void signsIn(Clinic clinic) {
        staff.reads("Sign in");
        staff.looks("keycloak-sign-in");
        staff.types(clinic.email(), "Email");
        staff.presses("Sign in");
        staff.types("not my password", "Password");
        staff.presses("Sign in");
        staff.isTold("do not belong together");
        staff.looks("keycloak-wrong-password");
        staff.types(Clinic.PASSWORD, "Password");
        staff.presses("Sign in");
        staff.reads("Set up your portal");
    }

    /** Who works at two chooses one. */
    void chooses(Clinic clinic, Clinic other) {
        staff.goesTo("app.", "/");
        staff.reads("Choose an organisation");
        staff.isTold(other.name());
        staff.looks("organisations");
        staff.follows(clinic.name());
        staff.reads("The portal is on");
    }
}
