package io.anteroom.demo.story;

/** The record's tab on which staff say what a patient signs in with. */
final class OnlineAccess {

    private final Person staff;
    private final Clinic clinic;

    OnlineAccess(Person staff, Clinic clinic) {
        this.staff = staff;
        this.clinic = clinic;
    }

    void opensThatOf(String listed) {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/patients");
        staff.follows(listed);
        staff.follows("Online access");
        staff.reads("Credentials");
        staff.looks("online-access-none");
    }

    /** Not before it was verified with the patient. */
    void configures(String email) {
        staff.follows("Configure credentials");
        staff.reads("Configure credentials");
        staff.types(email, "Email");
        staff.presses("Save");
        staff.reads("There is a problem");
        staff.looks("credentials-unverified");
        staff.ticks("I have verified this with the patient");
        staff.presses("Save");
        staff.isTold("Credentials saved");
        staff.looks("online-access");
        staff.follows("Remove email");
        staff.looks("credentials-removal");
        staff.presses("Cancel");
        staff.reads("Configure credentials");
    }
}
