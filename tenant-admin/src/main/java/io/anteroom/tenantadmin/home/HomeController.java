package io.anteroom.tenantadmin.home;

import gg.jte.Content;
import io.anteroom.clinic.settings.SetupChecklist;
import io.anteroom.clinic.settings.SetupProgress;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.host.OnHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page staff land on. */
@Controller
@OnHost(Host.STAFF)
class HomeController {

    private final SetupChecklist checklist;
    private final DeskReader desks;
    private final StaffPages pages;
    private final Links links;

    HomeController(SetupChecklist checklist, DeskReader desks, StaffPages pages, Links links) {
        this.checklist = checklist;
        this.desks = desks;
        this.pages = pages;
        this.links = links;
    }

    @GetMapping({"/o/{organisation}", "/o/{organisation}/"})
    @Needs(Permission.ENTER)
    Content home(StaffMember member) {
        String slug = CurrentTenant.get().slug();
        SetupProgress progress = checklist.progress();
        return new StaticTemplates()
                .homeHome(
                        pages.page(StaffSection.TODAY, "Today"),
                        firstName(member.name()),
                        progress,
                        SetupItem.of(progress, slug, member),
                        links.portal(slug, "/"),
                        "/o/" + slug,
                        desks.of(member),
                        member);
    }

    private static String firstName(String name) {
        return name.strip().split("\\s+", 2)[0];
    }
}
