package io.anteroom.tenantadmin.invitation;

import io.anteroom.clinic.access.grant.AccessScope;
import io.anteroom.clinic.access.invitation.WantedInvitation;
import io.anteroom.clinic.access.invitation.WantedInvitation.Other;
import io.anteroom.webkit.form.Field;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of an invitation: what was typed, and what is wrong with it. An invitation to the patient goes to the addresses
 * of the form around it.
 *
 * @param typed by the names of the fields
 */
public record InvitationForm(Map<String, String> typed, FormErrors errors) {

    private static final String YES = "true";
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_MOBILE = 40;
    private static final List<String> NAMES = List.of(
            "inviteByEmail",
            "inviteBySms",
            "inviteOther",
            "inviteName",
            "inviteRelationship",
            "inviteEmail",
            "inviteMobile",
            "inviteLevel",
            "inviteBookings",
            "inviteMoney",
            "inviteClinical",
            "inviteUntil");
    private static final List<Option> RELATIONSHIPS = List.of(
            new Option("", "Choose"),
            new Option("parent", "Parent"),
            new Option("carer", "Carer"),
            new Option("nominated", "Nominated person"));
    private static final List<Option> LEVELS = List.of(
            new Option("full", "Full: also what the clinic made"),
            new Option("limited", "Limited: only what they enter themselves"));

    /** Copies what was typed. */
    public InvitationForm {
        typed = Map.copyOf(typed);
    }

    /** No invitation; every part of the record is ticked for when there is one to somebody else. */
    public static InvitationForm none() {
        return new InvitationForm(
                Map.of("inviteBookings", YES, "inviteMoney", YES, "inviteClinical", YES), FormErrors.none());
    }

    /** What was typed, among the {@code parameters} of the form around it. */
    public static InvitationForm of(Map<String, String> parameters) {
        return new InvitationForm(
                NAMES.stream()
                        .filter(parameters::containsKey)
                        .collect(Collectors.toMap(name -> name, name -> parameters.getOrDefault(name, ""))),
                FormErrors.none());
    }

    /** The same with what is wrong with the whole form around it. */
    public InvitationForm faulty(FormErrors found) {
        return new InvitationForm(typed, found);
    }

    /** What is wanted; {@code email} and {@code mobile} are the patient's, as typed in the form around it. */
    public WantedInvitation wanted(String email, String mobile) {
        return isToOther()
                ? new WantedInvitation(
                        is("inviteByEmail"), is("inviteBySms"), text("inviteEmail"), text("inviteMobile"), other())
                : new WantedInvitation(is("inviteByEmail"), is("inviteBySms"), email, mobile, null);
    }

    /** Whether it is to somebody other than the patient. */
    public boolean isToOther() {
        return is("inviteOther");
    }

    /** All that was typed, in the order of the fields, to be kept in a page that shows none of it. */
    public Map<String, String> kept() {
        var kept = new LinkedHashMap<String, String>();
        NAMES.stream().filter(typed::containsKey).forEach(name -> kept.put(name, text(name)));
        return kept;
    }

    /** A field of the form, by its name. */
    public Field field(String name) {
        Field made = switch (name) {
            case "inviteByEmail" -> Field.checkbox(name, "Send portal access by email");
            case "inviteBySms" ->
                Field.checkbox(name, "Send portal access by SMS")
                        .hint("With the email, the text message says that one came. Alone, it has the link.");
            case "inviteOther" -> Field.checkbox(name, "Give access to someone other than the patient");
            case "inviteName" -> Field.text(name, "Their name").maxLength(LONGEST_NAME);
            case "inviteRelationship" -> Field.select(name, "What they are to the patient", RELATIONSHIPS);
            case "inviteEmail" -> Field.email(name, "Their email").optional().maxLength(LONGEST_EMAIL);
            case "inviteMobile" -> Field.tel(name, "Their mobile").optional().maxLength(LONGEST_MOBILE);
            case "inviteLevel" -> Field.select(name, "How much they see", LEVELS);
            case "inviteBookings" -> Field.checkbox(name, "Appointments and forms");
            case "inviteMoney" ->
                Field.checkbox(name, "Invoices and payments")
                        .hint("Alone, for somebody who only pays: amounts, and not what they are for.");
            case "inviteClinical" -> Field.checkbox(name, "Clinical records");
            case "inviteUntil" ->
                Field.date(name, "Last day of access").optional().hint("Empty for no end.");
            default -> throw new IllegalArgumentException(name);
        };
        return made.value(text(name)).errors(errors).autocomplete("off");
    }

    private Other other() {
        return new Other(
                text("inviteName"),
                text("inviteRelationship"),
                text("inviteLevel"),
                Stream.of(
                                scope("inviteBookings", AccessScope.BOOKINGS),
                                scope("inviteMoney", AccessScope.MONEY),
                                scope("inviteClinical", AccessScope.CLINICAL))
                        .flatMap(scope -> scope)
                        .collect(Collectors.toSet()),
                text("inviteUntil"));
    }

    private Stream<String> scope(String name, AccessScope scope) {
        return is(name) ? Stream.of(scope.stored()) : Stream.empty();
    }

    private boolean is(String name) {
        return text(name).equals(YES);
    }

    private String text(String name) {
        return typed.getOrDefault(name, "");
    }
}
