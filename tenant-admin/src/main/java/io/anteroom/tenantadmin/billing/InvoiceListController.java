package io.anteroom.tenantadmin.billing;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceList;
import io.anteroom.clinic.billing.InvoiceQuery;
import io.anteroom.clinic.billing.InvoiceQuery.Order;
import io.anteroom.clinic.billing.InvoiceQuery.Show;
import io.anteroom.clinic.billing.MoneyToGiveBack;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of invoices, searched, narrowed, sorted and paged by the server. */
@Controller
@OnHost(Host.STAFF)
class InvoiceListController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_SEARCH = 100;

    private final InvoiceList invoices;
    private final MoneyToGiveBack surplus;
    private final StaffPages pages;

    InvoiceListController(InvoiceList invoices, MoneyToGiveBack surplus, StaffPages pages) {
        this.invoices = invoices;
        this.surplus = surplus;
        this.pages = pages;
    }

    /** What is not understood of the address is as if it were not there. */
    @GetMapping("/o/{organisation}/invoices")
    @Needs(Permission.SEE_INVOICES)
    JteModel list(
            @PathVariable String organisation,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long patient,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page,
            StaffMember staff) {
        boolean descending = sort.isEmpty() || sort.startsWith("-");
        var query = new InvoiceQuery(
                named(Show.values(), show, Show.ALL),
                q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q,
                patient == null ? null : new PatientId(patient),
                day(from),
                day(until),
                named(Order.values(), sort.replaceFirst("^-", ""), Order.NUMBER),
                descending,
                Math.clamp(page, 1, LAST_PAGE));
        var view = new ListView("/o/" + organisation + "/invoices", query, invoices.page(query));
        boolean editable = staff.may(Permission.EDIT_INVOICES);
        return TEMPLATES.billingList(
                pages.page(StaffSection.INVOICES, "Invoices"),
                view,
                editable,
                staff.may(Permission.MANAGE_PRICES),
                staff.may(Permission.EXPORT_BOOKS),
                staff.may(Permission.CHECK_MONEY),
                editable ? surplus.count() : 0,
                Formats.ofClinic());
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static <E extends Enum<E>> E named(E[] values, String name, E otherwise) {
        return Stream.of(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
