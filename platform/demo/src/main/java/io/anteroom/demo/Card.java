package io.anteroom.demo;

import java.nio.file.Path;
import java.time.Duration;

/** What the terminal says once everything runs. */
record Card(DemoOptions options, DemoPeople people, Path log) {

    void print(Duration took) {
        var text = new StringBuilder();
        text.append("%nAnteroom runs, started in %.0f s. Ctrl-C ends it.%n%n".formatted(took.toMillis() / 1000.0));
        line(text, "Sign a clinic up", options.address("").toString());
        line(text, "Clinic staff", options.address("app.").toString());
        for (var clinic : SeedClinic.ALL) {
            line(text, clinic.name(), options.address(clinic.slug() + ".").toString());
        }
        line(text, "Operators", options.address("ops.").toString());
        line(text, "Every message sent", options.address("inbox.") + "  (or /messages.json)");
        text.append("%nStaff sign in with e-mail and password:%n".formatted());
        people.staff().forEach(login -> login(text, login));
        text.append("%nThe operator signs in the same way:%n".formatted());
        login(text, people.operator());
        text.append("%nPatients sign in with a code, which lands in the inbox:%n".formatted());
        for (var clinic : SeedClinic.ALL) {
            var patient = clinic.patients().getFirst();
            line(text, clinic.name(), patient.email());
        }
        text.append("%nTest cards  4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined,%n".formatted());
        text.append("            4000 0000 0000 3220 asks the bank; any later date, any three digits%n".formatted());
        text.append("The log     %s%n".formatted(log));
        System.out.print(text);
    }

    private static void login(StringBuilder text, DemoPeople.Login login) {
        text.append("  %-36s %-26s %s%n".formatted(login.who(), login.email(), login.password()));
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("  %-24s %s%n".formatted(label, value));
    }
}
