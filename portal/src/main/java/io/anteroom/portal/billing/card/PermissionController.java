package io.anteroom.portal.billing.card;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.card.CardPermissions;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.payments.card.CardId;
import io.anteroom.payments.card.ConsentWording;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving the clinic the permission to charge a card for one patient's invoices, and withdrawing it. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/payment-methods")
class PermissionController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final CardPermissions permissions;
    private final CardPages pages;

    PermissionController(CardPermissions permissions, CardPages pages) {
        this.permissions = permissions;
        this.pages = pages;
    }

    @GetMapping("/{card}/permissions/{patient}")
    Reply ask(@PathVariable String card, @PathVariable long patient, VisibleChart chart) {
        return Reply.page(TEMPLATES.billingCardPermission(
                pages.frame(say("Let the clinic charge your card")),
                pages.one(chart, card).card(),
                patient,
                wording(chart, patient, card).text()));
    }

    @PostMapping("/{card}/permissions/{patient}")
    Reply give(
            @PathVariable String card,
            @PathVariable long patient,
            @RequestParam(defaultValue = "") String wording,
            VisibleChart chart) {
        var _ = wording(chart, patient, card);
        CardId id = pages.find(chart, card).id();
        return permissions.give(chart, new PatientId(patient), id, wording)
                ? Reply.redirect("/payment-methods").done(say("You have given the clinic your permission"))
                : Reply.redirect("/payment-methods/" + id + "/permissions/" + patient)
                        .refused(say("The words have changed meanwhile. Please read them again."));
    }

    @PostMapping("/permissions/{patient}/withdrawal")
    Reply withdraw(@PathVariable long patient, VisibleChart chart) {
        boolean stood = permissions.withdraw(chart, new PatientId(patient));
        Reply.Redirect back = Reply.redirect("/payment-methods");
        return stood
                ? back.done(say("You have withdrawn your permission. From now on the clinic can’t charge this card."))
                : back.refused(say("This permission had ended already."));
    }

    private ConsentWording wording(VisibleChart chart, long patient, String card) {
        return CardId.parse(card)
                .flatMap(id -> permissions.wording(chart, new PatientId(patient), id))
                .orElseThrow(NoSuchPageException::new);
    }
}
