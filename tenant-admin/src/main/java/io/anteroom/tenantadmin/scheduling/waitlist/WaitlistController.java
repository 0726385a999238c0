package io.anteroom.tenantadmin.scheduling.waitlist;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.waitlist.WaitlistDesk;
import io.anteroom.clinic.scheduling.waitlist.WaitlistEntryId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Appointments > Waitlist. */
@Controller
@OnHost(Host.STAFF)
class WaitlistController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/o/{organisation}/appointments/waitlist";

    private final WaitlistDesk waitlist;
    private final StaffPages pages;

    WaitlistController(WaitlistDesk waitlist, StaffPages pages) {
        this.waitlist = waitlist;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content list(@RequestParam(defaultValue = "") String service) {
        var chosen = service.matches("[0-9]{1,18}") ? new ServiceId(Long.parseLong(service)) : null;
        return TEMPLATES.schedulingWaitlistList(
                pages.page(StaffSection.CALENDAR, "Waitlist"),
                new WaitlistView(organisation(), waitlist.list(), waitlist.over(), chosen));
    }

    @GetMapping(PATH + "/{id}/removal")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content askToRemove(@PathVariable long id) {
        var entry = waitlist.find(new WaitlistEntryId(id)).orElseThrow(NoSuchPageException::new);
        return TEMPLATES.settingsConfirm(
                pages.page(StaffSection.CALENDAR, "Take off the waitlist"),
                Confirmation.of(
                        "Take " + entry.patientName() + " off the waitlist?",
                        List.of(
                                "For " + entry.serviceName() + ".",
                                "The place on the list is lost. Nobody is told; what was offered can no longer be accepted."),
                        url() + "/" + id + "/removal",
                        "Take off the waitlist",
                        url()));
    }

    /** Whoever is off the list already is told the same. */
    @PostMapping(PATH + "/{id}/removal")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply remove(@PathVariable long id, StaffMember staff) {
        waitlist.remove(new WaitlistEntryId(id), staff.actor());
        return Reply.redirect(url()).done("Taken off the waitlist");
    }

    private static String organisation() {
        return "/o/" + CurrentTenant.get().slug();
    }

    private static String url() {
        return organisation() + "/appointments/waitlist";
    }
}
