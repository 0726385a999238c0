package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.billing.Billing;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.PaymentsSetup;
import io.anteroom.clinic.billing.Sending;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends a draft. */
@Controller
@OnHost(Host.STAFF)
class SendingController {

    private final Billing billing;
    private final PaymentsSetup setup;

    SendingController(Billing billing, PaymentsSetup setup) {
        this.billing = billing;
        this.setup = setup;
    }

    /**
     * Sends it.
     *
     * @param unmailed whether it is known that no email goes to a patient without an address
     */
    @PostMapping("/o/{organisation}/invoices/{id}/sending")
    @Needs(Permission.EDIT_INVOICES)
    Reply send(
            @PathVariable String organisation,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer seen,
            @RequestParam(defaultValue = "false") boolean unmailed,
            StaffMember staff) {
        Reply.Redirect back = Reply.redirect("/o/" + organisation + "/invoices/" + id);
        return switch (sent(new InvoiceId(id), seen, unmailed, staff)) {
            case Sending.Sent(long number) ->
                back.done("Invoice " + number + " is on its way to the patient"
                        + (setup.status().chargesEnabled()
                                ? ""
                                : ". It can be paid in the portal once card payments are set up"));
            case Sending.WithoutMail(long number) ->
                back.done("Invoice " + number + " is sent without email. Print it for the patient");
            case Sending.NotADraft() -> back.refused("This invoice was sent already");
            case Sending.Changed() ->
                back.refused("Somebody changed this draft meanwhile. Look at it as it is now, and send it again");
            case Sending.NothingToPay() -> back.refused("Add a line with a price before you send the invoice");
            case Sending.DueInThePast() -> back.refused("The last day to pay has passed. Edit the draft to change it");
            case Sending.NoEmail() ->
                back.refused("The patient has no email address. Add one to the details, or send without email");
        };
    }

    private Sending sent(InvoiceId id, @Nullable Integer seen, boolean unmailed, StaffMember staff) {
        try {
            return unmailed
                    ? billing.sendEvenWithoutMail(id, seen, staff.actor())
                    : billing.send(id, seen, staff.actor());
        } catch (NoSuchElementException _) {
            throw new NoSuchPageException();
        }
    }
}
