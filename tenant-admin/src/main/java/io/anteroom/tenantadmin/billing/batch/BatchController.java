package io.anteroom.tenantadmin.billing.batch;

import gg.jte.Content;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.InvoiceDesk;
import io.anteroom.clinic.billing.InvoiceId;
import io.anteroom.clinic.billing.InvoiceList;
import io.anteroom.clinic.billing.InvoiceQuery;
import io.anteroom.clinic.billing.InvoiceRow;
import io.anteroom.clinic.billing.InvoiceState;
import io.anteroom.clinic.billing.batch.Batch;
import io.anteroom.clinic.billing.batch.BatchPage;
import io.anteroom.clinic.billing.batch.InvoiceBatches;
import io.anteroom.clinic.billing.batch.LookedAt;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Pagination;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends many drafts at once. What was looked at is what is sent: the form names each draft and its version. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/invoices/batches")
class BatchController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LAST_PAGE = 10_000;

    private static final Pattern DRAFT = Pattern.compile("\\b([0-9]{1,18})-([0-9]{1,9})\\b");

    private final InvoiceBatches batches;
    private final InvoiceList invoices;
    private final InvoiceDesk desk;
    private final StaffPages pages;

    BatchController(InvoiceBatches batches, InvoiceList invoices, InvoiceDesk desk, StaffPages pages) {
        this.batches = batches;
        this.invoices = invoices;
        this.desk = desk;
        this.pages = pages;
    }

    /** The drafts chosen, or all that the list's search finds. */
    @GetMapping("/new")
    @Needs(Permission.EDIT_INVOICES)
    Content check(
            @RequestParam(name = "invoice", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "false") String all,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long patient) {
        List<InvoiceRow> drafts = all.equals("true") ? found(q, patient) : rows(chosen);
        return TEMPLATES.billingBatchCheck(
                pages.page(StaffSection.INVOICES, "Send drafts"),
                base(),
                drafts.stream().limit(InvoiceBatches.MOST).toList(),
                named(drafts),
                drafts.size() > InvoiceBatches.MOST,
                UUID.randomUUID(),
                Formats.ofClinic());
    }

    @PostMapping
    @Needs(Permission.EDIT_INVOICES)
    Reply begin(
            @RequestParam(name = "drafts", defaultValue = "") String named,
            @RequestParam(defaultValue = "") String token,
            StaffMember staff) {
        List<LookedAt> drafts = lookedAt(named);
        if (drafts.isEmpty() || drafts.size() > InvoiceBatches.MOST) {
            return Reply.redirect(base() + "?show=draft").refused("Choose the drafts to send");
        }
        Optional<Long> batch = batches.begin(parsed(token), drafts, staff.actor());
        return Reply.redirect(base() + "/batches/" + batch.orElseThrow(NoSuchPageException::new));
    }

    /** All that were begun, the newest first. */
    @GetMapping
    @Needs(Permission.SEE_INVOICES)
    Content list(@RequestParam(defaultValue = "1") int page) {
        int number = Math.clamp(page, 1, LAST_PAGE);
        BatchPage found = batches.page(number);
        String url = base() + "/batches";
        return TEMPLATES.billingBatchList(
                pages.page(StaffSection.INVOICES, "Drafts sent together"),
                base(),
                found.batches(),
                new Pagination(number, BatchPage.SIZE, found.total(), one -> one == 1 ? url : url + "?page=" + one),
                Formats.ofClinic());
    }

    /** Its progress while the worker is at it, which a browser asks for by and by, and then the report. */
    @GetMapping("/{batch}")
    @Needs(Permission.SEE_INVOICES)
    Content show(
            @PathVariable long batch, @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byAndBy) {
        Batch found = batches.find(batch).orElseThrow(NoSuchPageException::new);
        String url = base() + "/batches/" + batch;
        if (byAndBy) {
            return TEMPLATES.billingBatchProgress(url, found);
        }
        return TEMPLATES.billingBatchReport(
                pages.page(StaffSection.INVOICES, "Sending drafts"),
                base(),
                url,
                found,
                found.underway() ? List.of() : batches.items(batch),
                Formats.ofClinic());
    }

    private List<InvoiceRow> found(String search, @Nullable Long patient) {
        var query = new InvoiceQuery(
                InvoiceQuery.Show.DRAFT,
                search.length() > 100 ? search.substring(0, 100) : search,
                patient == null ? null : new PatientId(patient),
                InvoiceQuery.Order.NUMBER,
                false,
                1);
        return invoices.drafts(query, InvoiceBatches.MOST + 1);
    }

    private List<InvoiceRow> rows(List<String> chosen) {
        return desk.rows(ids(chosen)).stream()
                .filter(row -> row.state() == InvoiceState.DRAFT)
                .sorted(Comparator.comparingLong((InvoiceRow row) -> row.id().value()))
                .toList();
    }

    private static List<InvoiceId> ids(List<String> typed) {
        return typed.stream()
                .filter(id -> id.matches("[0-9]{1,18}"))
                .map(id -> new InvoiceId(Long.parseLong(id)))
                .distinct()
                .limit(InvoiceBatches.MOST + 1L)
                .toList();
    }

    /** In one field, since a server reads no more than a thousand. */
    private static String named(List<InvoiceRow> drafts) {
        return drafts.stream()
                .limit(InvoiceBatches.MOST)
                .map(row -> row.id() + "-" + row.version())
                .collect(Collectors.joining(" "));
    }

    private static List<LookedAt> lookedAt(String named) {
        return DRAFT.matcher(named)
                .results()
                .map(found ->
                        new LookedAt(new InvoiceId(Long.parseLong(found.group(1))), Integer.valueOf(found.group(2))))
                .limit(InvoiceBatches.MOST + 1L)
                .toList();
    }

    private static UUID parsed(String token) {
        try {
            return UUID.fromString(token);
        } catch (IllegalArgumentException _) {
            throw new NoSuchPageException();
        }
    }

    private static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/invoices";
    }
}
