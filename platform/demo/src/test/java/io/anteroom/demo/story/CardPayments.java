package io.anteroom.demo.story;

/** Settings > Payments, and Stripe's own page behind it. */
final class CardPayments {

    private final Person staff;
    private final Clinic clinic;

    CardPayments(Person staff, Clinic clinic) {
        this.staff = staff;
        this.clinic = clinic;
    }

    void begins() {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/settings/payments");
        staff.isTold("Not set up");
        staff.looks("payments-settings");
        staff.presses("Set up card payments");
    }

    void finishesOnStripesPage() {
        staff.reads("ready to take payments");
        staff.looks("stripe-onboarding");
        staff.presses("Agree and submit");
        staff.reads("Check what you entered");
        staff.looks("stripe-onboarding-with-mistakes");
        staff.ticks("We agree to the (test) services agreement");
        staff.presses("Agree and submit");
        staff.reads("Payments");
        staff.isTold("Patients can pay their invoices by card");
        staff.looks("payments-settings-ready");
    }
}
