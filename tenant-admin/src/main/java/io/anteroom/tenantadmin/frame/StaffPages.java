package io.anteroom.tenantadmin.frame;

import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.webkit.NavItem;
import io.anteroom.webkit.StaffPage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the frames of the staff's pages, for the organisation and the member of staff that are bound to the request. */
@Component
public class StaffPages {

    private final ObjectProvider<AtWork> atWork;

    StaffPages(ObjectProvider<AtWork> atWork) {
        this.atWork = atWork;
    }

    /** A page of {@code section}. */
    public StaffPage page(StaffSection section, String title) {
        return frame(section.key(), title);
    }

    /** A page of no section: what was searched for anywhere. */
    public StaffPage searching(String title) {
        return frame(null, title);
    }

    private StaffPage frame(@Nullable String section, String title) {
        Tenant tenant = CurrentTenant.get();
        Optional<AtWork> who = atWork.stream().findFirst();
        StaffMember member = RequestMember.current();
        List<NavItem> nav = Arrays.stream(StaffSection.values())
                .filter(entry -> entry.isOpenTo(member))
                .map(entry -> entry.entry(tenant.slug()))
                .toList();
        return new StaffPage(
                        title,
                        tenant.name(),
                        nav,
                        section,
                        List.of(),
                        null,
                        who.map(AtWork::name).orElse(""),
                        who.filter(AtWork::severalOrganisations)
                                .map(any -> "/organisations")
                                .orElse(null),
                        "/sign-out")
                .searchedAt("/o/" + tenant.slug() + "/search");
    }

    /** A page of Settings. */
    public StaffPage settings(SettingsSection section, String title) {
        String slug = CurrentTenant.get().slug();
        StaffMember member = RequestMember.current();
        List<NavItem> entries = Arrays.stream(SettingsSection.values())
                .filter(entry -> entry.isOpenTo(member))
                .map(entry -> entry.entry(slug))
                .toList();
        return page(StaffSection.SETTINGS, title).within(entries, section.key());
    }
}
