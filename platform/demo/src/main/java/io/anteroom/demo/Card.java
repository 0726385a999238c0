package io.anteroom.demo;

import io.anteroom.stripeemulator.objects.TestCard;
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
        text.append("%nStaff sign in with email and password:%n".formatted());
        people.staff().forEach(login -> login(text, login));
        text.append("%nThe operator signs in the same way:%n".formatted());
        login(text, people.operator());
        text.append("%nPatients sign in with a code, which lands in the inbox:%n".formatted());
        for (var clinic : SeedClinic.ALL) {
            var patient = clinic.patients().getFirst();
            line(text, clinic.name(), patient.email());
        }
        text.append("%nTest cards, with any later date and any three digits:%n".formatted());
        line(text, "pays", number(TestCard.VISA));
        line(text, "is declined", number(TestCard.DECLINED));
        line(text, "the bank asks", number(TestCard.CHECK_ALWAYS));
        text.append("%nThe log     %s%n".formatted(log));
        System.out.print(text);
    }

    private static String number(TestCard card) {
        return card.number().replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    private static void login(StringBuilder text, DemoPeople.Login login) {
        text.append("  %-36s %-26s %s%n".formatted(login.who(), login.email(), login.password()));
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("  %-24s %s%n".formatted(label, value));
    }
}
