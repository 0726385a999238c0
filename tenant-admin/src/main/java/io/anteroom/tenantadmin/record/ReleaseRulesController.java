package io.anteroom.tenantadmin.record;

import gg.jte.Content;
import io.anteroom.clinic.record.ReleaseRules;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Clinical records: when patients see what is shared with them, by category. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/records")
class ReleaseRulesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final ReleaseRules rules;
    private final StaffPages pages;

    ReleaseRulesController(ReleaseRules rules, StaffPages pages) {
        this.rules = rules;
        this.pages = pages;
    }

    private static String url() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/records";
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content show() {
        return page(RulesForm.of(rules.decided()));
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(@RequestParam int version, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        var form = RulesForm.typed(sent, version);
        var read = form.read();
        if (read.errors().any()) {
            return Reply.invalid(page(read));
        }
        return rules.change(read.releases(), version, staff.actor())
                .<Reply>map(theirs -> Reply.page(HttpStatus.CONFLICT, page(read.over(theirs))))
                .orElseGet(() -> Reply.redirect(url()).done("Saved. What was shared before keeps its rule"));
    }

    private Content page(RulesForm form) {
        return TEMPLATES.recordRules(pages.settings(SettingsSection.RECORDS, "Clinical records"), url(), form);
    }
}
