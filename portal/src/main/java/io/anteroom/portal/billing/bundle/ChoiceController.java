package io.anteroom.portal.billing.bundle;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.bundle.Chosen;
import io.anteroom.clinic.billing.bundle.PatientBundles;
import io.anteroom.clinic.billing.bundle.Seen;
import io.anteroom.portal.billing.SeenInvoice;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing several invoices to be paid with one payment. */
@Controller
@OnHost(Host.PORTAL)
@RequestMapping("/invoices/several")
class ChoiceController {

    private final PatientBundles bundles;
    private final ChoicePages pages;

    ChoiceController(PatientBundles bundles, ChoicePages pages) {
        this.bundles = bundles;
        this.pages = pages;
    }

    /** Of the patient acted for; the list of invoices tells of it where there is nothing to choose. */
    @GetMapping
    Reply ask(@RequestParam(defaultValue = "") List<String> chosen, VisibleChart chart) {
        return pages.show(chart, read(chosen)).map(Reply::page).orElseGet(() -> Reply.redirect("/invoices"));
    }

    /**
     * Puts them together. They say themselves whose they are, so it doesn't matter whom the person acts for in another tab.
     *
     * @param chosen each invoice, and what the page said is due on it
     */
    @OfAnyPatient
    @PostMapping
    Reply choose(@RequestParam(defaultValue = "") List<String> chosen, VisibleChart chart) {
        List<Seen> seen = read(chosen);
        return switch (bundles.choose(chart, seen)) {
            case Chosen.Together(var bundle) -> Reply.redirect("/invoices/several/" + bundle);
            case Chosen.Refused(var reason) -> pages.again(chart, seen, BundleWords.of(reason));
            case Chosen.NotThere() -> throw new NoSuchPageException();
        };
    }

    private static List<Seen> read(List<String> chosen) {
        return chosen.stream()
                .map(value -> SeenInvoice.read(value).orElseThrow(NoSuchPageException::new))
                .toList();
    }
}
