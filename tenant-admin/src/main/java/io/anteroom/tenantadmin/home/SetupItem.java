package io.anteroom.tenantadmin.home;

import io.anteroom.clinic.settings.SetupProgress;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to set up.
 *
 * @param done whether it is done
 * @param label a verb and its object
 * @param text what it is good for
 * @param href where it is done, or null for somebody who may not
 */
public record SetupItem(
        boolean done, String label, String text, @Nullable String href) {

    static List<SetupItem> of(SetupProgress progress, String organisation, StaffMember member) {
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
                        member.may(Permission.SET_UP_PAYMENTS)
                                ? "Connect your account with Stripe, our payment provider"
                                : "An owner connects your account with Stripe, our payment provider",
                        member.may(Permission.SET_UP_PAYMENTS) ? base + "/settings/payments" : null),
                new SetupItem(
                        progress.portalOn(),
                        "Switch the portal on",
                        "From then on patients can sign in",
                        base + "/settings/portal#switch"));
    }
}
