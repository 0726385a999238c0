package io.anteroom.tenantadmin.access.support;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.signin.Resending;
import io.anteroom.clinic.access.support.SignInSupport;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.access.PatientRecord;
import io.anteroom.tenantadmin.access.Words;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The two things staff do for somebody who can't get in. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/patients/{id}/online-access/accounts/{account}")
class SigningInController {

    private final SignInSupport support;

    SigningInController(SignInSupport support) {
        this.support = support;
    }

    @PostMapping("/codes")
    @Needs(Permission.MANAGE_ACCESS)
    Reply sendAgain(@PathVariable long id, @PathVariable long account, StaffMember staff) {
        var answer = support.sendAgain(new PatientId(id), new AccountId(account), staff.actor())
                .orElseThrow(NoSuchPageException::new);
        var back = Reply.redirect(PatientRecord.url(id));
        return switch (answer) {
            case Resending.OnItsWay(var address) ->
                back.done("A new code is on its way to " + Words.address(address)
                        + ". It works only in the browser that waits");
            case Resending.NotYet(var until) ->
                back.refused("Codes were sent not long ago. You can send another on " + Words.moment(until));
            case Resending.NothingWaits() ->
                back.refused("No browser is waiting for a code you could send again. Ask the person to start again");
        };
    }

    @PostMapping("/unlocking")
    @Needs(Permission.MANAGE_ACCESS)
    Reply unlock(@PathVariable long id, @PathVariable long account, StaffMember staff) {
        boolean unlocked = support.unlock(new PatientId(id), new AccountId(account), staff.actor())
                .orElseThrow(NoSuchPageException::new);
        var back = Reply.redirect(PatientRecord.url(id));
        return unlocked
                ? back.done("Unlocked. What was locked is taken again")
                : back.refused("It is not locked any more");
    }
}
