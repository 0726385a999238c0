package io.anteroom.tenantadmin.record;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.record.RecordDesk;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What patients do not see yet, for a clinician to go over. */
@Controller
@OnHost(Host.STAFF)
class ReleaseListController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final RecordDesk desk;
    private final StaffPages pages;
    private final Clock clock;

    ReleaseListController(RecordDesk desk, StaffPages pages, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/o/{organisation}/releases")
    @Needs(Permission.EDIT_RECORDS)
    JteModel list() {
        return TEMPLATES.recordReleases(
                pages.page(StaffSection.RELEASES, "To release"),
                "/o/" + CurrentTenant.get().slug() + "/patients/",
                desk.toRelease(),
                RecordDesk.MOST,
                clock.instant());
    }
}
