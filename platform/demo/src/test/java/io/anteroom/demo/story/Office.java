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
        staff.reads("Your portal is on");
        staff.looks("office");
    }

    void findsItAllInTheLog(Clinic clinic) {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/settings/audit");
        staff.reads("Audit log");
        staff.looks("audit-log");
    }
}
