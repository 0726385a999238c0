package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.settings.SetupProgress;
import java.util.List;

/**
 * One thing to set up.
 *
 * @param done whether it is done
 * @param label a verb and its object
 * @param text what it is good for
 * @param href where it is done
 */
public record SetupItem(boolean done, String label, String text, String href) {

    static List<SetupItem> of(SetupProgress progress, String organisation) {
        String base = "/o/" + organisation;
        return List.of(
                new SetupItem(
                        progress.branding(),
                        "Make the portal yours",
                        "Name, logo, colours and how to reach you",
                        base + "/settings/portal#look"),
                new SetupItem(
                        progress.sections(),
                        "Choose what patients see",
                        "Switch sections on or off, then publish",
                        base + "/settings/portal#sections"),
                new SetupItem(
                        progress.patients(),
                        "Add your patients",
                        "One by one, or all at once from a spreadsheet",
                        base + "/patients"),
                new SetupItem(
                        progress.payments(),
                        "Take card payments",
                        "Connect your account with Stripe, our payment provider",
                        base + "/settings/payments"),
                new SetupItem(
                        progress.portalOn(),
                        "Switch the portal on",
                        "From then on patients can sign in",
                        base + "/settings/portal#switch"));
    }
}
