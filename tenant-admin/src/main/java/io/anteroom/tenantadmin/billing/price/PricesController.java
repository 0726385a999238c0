package io.anteroom.tenantadmin.billing.price;

import gg.jte.models.runtime.JteModel;
import io.anteroom.clinic.billing.Formats;
import io.anteroom.clinic.billing.price.PriceDetails;
import io.anteroom.clinic.billing.price.PriceItem;
import io.anteroom.clinic.billing.price.PriceItemId;
import io.anteroom.clinic.billing.price.PriceList;
import io.anteroom.clinic.billing.price.PriceSaving;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.billing.TypedAmounts;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The price list: found, added to, changed, and taken out of use. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/prices")
class PricesController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LAST_PAGE = 10_000;
    private static final int LONGEST_SEARCH = 100;

    private final PriceList prices;
    private final StaffPages pages;

    PricesController(PriceList prices, StaffPages pages) {
        this.prices = prices;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.MANAGE_PRICES)
    JteModel list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") String retired,
            @RequestParam(defaultValue = "1") int page) {
        String search = (q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q).strip();
        boolean gone = retired.equals("true");
        int number = Math.clamp(page, 1, LAST_PAGE);
        return TEMPLATES.billingPriceList(
                pages.settings(SettingsSection.PRICES, "Prices"),
                new PriceListView(base(), search, gone, number, prices.page(search, gone, number)),
                CurrentTenant.get().currency(),
                Formats.ofClinic());
    }

    @GetMapping("/new")
    @Needs(Permission.MANAGE_PRICES)
    JteModel blank() {
        return page(null, PriceForm.empty(), FormErrors.none());
    }

    @PostMapping("/new")
    @Needs(Permission.MANAGE_PRICES)
    Reply add(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        return answer(null, PriceForm.typed(sent), details -> prices.add(details, staff.actor()));
    }

    @GetMapping("/{id}")
    @Needs(Permission.MANAGE_PRICES)
    JteModel show(@PathVariable long id) {
        PriceItem item = find(id);
        return page(item, PriceForm.of(item, currency()), FormErrors.none());
    }

    @PostMapping("/{id}")
    @Needs(Permission.MANAGE_PRICES)
    Reply change(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        PriceItem item = find(id);
        PriceForm form = PriceForm.typed(sent);
        return answer(item, form, details -> prices.change(item.id(), form.version(), details, staff.actor()));
    }

    @PostMapping("/{id}/retiring")
    @Needs(Permission.MANAGE_PRICES)
    Reply retire(@PathVariable long id, StaffMember staff) {
        PriceItem item = find(id);
        prices.offer(item.id(), false, staff.actor());
        return Reply.redirect(base())
                .done(item.details().code() + " is retired. Invoices that have it stay as they are");
    }

    @PostMapping("/{id}/return")
    @Needs(Permission.MANAGE_PRICES)
    Reply bringBack(@PathVariable long id, StaffMember staff) {
        PriceItem item = find(id);
        prices.offer(item.id(), true, staff.actor());
        return Reply.redirect(base()).done(item.details().code() + " is in use again");
    }

    private Reply answer(@Nullable PriceItem item, PriceForm form, Function<PriceDetails, PriceSaving> saving) {
        var amounts = new TypedAmounts(currency(), Formats.ofClinic().locale());
        Optional<PriceDetails> details = form.read(amounts);
        if (details.isEmpty()) {
            return Reply.invalid(page(item, form, amounts.errors()));
        }
        return switch (saving.apply(details.get())) {
            case PriceSaving.Saved _ ->
                Reply.redirect(base()).done(details.get().code() + " is saved");
            case PriceSaving.CodeTaken() ->
                Reply.invalid(
                        page(item, form, FormErrors.of("code", "Another price has this code. Enter another one")));
            case PriceSaving.Meanwhile(PriceItem now) ->
                Reply.invalid(page(
                        now,
                        form.seen(now.version()),
                        FormErrors.ofForm("Somebody changed this price meanwhile, to "
                                + Formats.ofClinic().money(now.details().unitMinor(), currency())
                                + ". Save again to replace it by what is below.")));
            case PriceSaving.Gone() -> throw new NoSuchPageException();
        };
    }

    private JteModel page(@Nullable PriceItem item, PriceForm form, FormErrors errors) {
        String title = item == null ? "New price" : item.details().code();
        return TEMPLATES.billingPriceItem(
                pages.settings(SettingsSection.PRICES, title), base(), item, form, currency(), errors);
    }

    private PriceItem find(long id) {
        return prices.find(new PriceItemId(id)).orElseThrow(NoSuchPageException::new);
    }

    private static Currency currency() {
        return CurrentTenant.get().currency();
    }

    private static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/prices";
    }
}
