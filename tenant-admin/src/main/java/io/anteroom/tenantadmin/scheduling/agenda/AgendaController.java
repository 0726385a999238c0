package io.anteroom.tenantadmin.scheduling.agenda;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.scheduling.agenda.Agenda;
import io.anteroom.clinic.scheduling.agenda.AgendaExport;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The list of appointments, narrowed and paged by the server. The file is posted for, since it leaves a trace. */
@Controller
@OnHost(Host.STAFF)
class AgendaController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final String PATH = "/o/{organisation}/appointments";

    private final Agenda agenda;
    private final AgendaExport export;
    private final Practitioners practitioners;
    private final StaffPages pages;

    AgendaController(Agenda agenda, AgendaExport export, Practitioners practitioners, StaffPages pages) {
        this.agenda = agenda;
        this.export = export;
        this.practitioners = practitioners;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Needs(Permission.MANAGE_APPOINTMENTS)
    JteModel list(ListAddress address) {
        var today = agenda.today();
        var query = address.query(today);
        List<Option> people = Stream.concat(
                        Stream.of(new Option("", "Everybody")),
                        practitioners.all().stream()
                                .map(one -> new Option(one.id().toString(), one.name())))
                .toList();
        var view = new AgendaView(
                "/o/" + CurrentTenant.get().slug(),
                query,
                agenda.page(query),
                people,
                today,
                CurrentTenant.get().zone());
        return TEMPLATES.schedulingAgendaList(pages.page(StaffSection.CALENDAR, view.title()), view);
    }

    @PostMapping(PATH + "/export")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    void download(ListAddress address, StaffMember staff, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("appointments.csv")
                        .build()
                        .toString());
        export.write(address.query(agenda.today()), staff.actor(), response.getWriter());
    }
}
