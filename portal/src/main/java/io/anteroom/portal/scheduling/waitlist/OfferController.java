package io.anteroom.portal.scheduling.waitlist;

import static io.anteroom.language.Say.say;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.waitlist.Accepting;
import io.anteroom.clinic.scheduling.waitlist.OfferedTime;
import io.anteroom.clinic.scheduling.waitlist.Standing;
import io.anteroom.clinic.scheduling.waitlist.WaitlistOffers;
import io.anteroom.portal.frame.OfAnyPatient;
import io.anteroom.portal.scheduling.BookingRight;
import io.anteroom.portal.scheduling.OfferCard;
import io.anteroom.portal.scheduling.OpenSection;
import io.anteroom.portal.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the link of an offer leads. To get it changes nothing, since programs that look through mail get it too. */
@Controller
@OnHost(Host.PORTAL)
@OfAnyPatient
@RequestMapping("/appointments/offers/{reference}")
class OfferController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final WaitlistOffers offers;
    private final CardPayments cards;
    private final OpenSection section;
    private final Clock clock;

    OfferController(WaitlistOffers offers, CardPayments cards, OpenSection section, Clock clock) {
        this.offers = offers;
        this.cards = cards;
        this.section = section;
        this.clock = clock;
    }

    @GetMapping
    Reply show(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var offer = find(reference, chart);
        return Reply.page(TEMPLATES.schedulingWaitlistOffer(
                section.page(say("A time that came free")),
                OfferCard.of(offer, clock.instant()),
                chart.several(),
                payable(offer)));
    }

    @PostMapping("/booking")
    Reply accept(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var offer = find(reference, chart);
        if (offer.open() && !payable(offer)) {
            return Reply.redirect(own(offer));
        }
        return switch (offers.accept(chart, offer.reference())) {
            case Accepting.Booked(var appointment) -> Reply.redirect("/appointments/" + appointment);
            case Accepting.Gone _ -> gone(find(reference, chart));
            case Accepting.TooMany(int most) -> Reply.redirect(own(offer)).refused(BookingRight.tooMany(most));
            case Accepting.NotWaiting _ -> Reply.redirect(own(offer));
            case Accepting.NotThere _ -> throw new NoSuchPageException();
        };
    }

    /** The page itself says so where somebody was quicker; elsewhere it would offer the time once more without a word. */
    private static Reply gone(OfferedTime offer) {
        return offer.standing() == Standing.GONE
                ? Reply.redirect(own(offer))
                : Reply.redirect(own(offer))
                        .refused(say("That time can’t be booked any more. You keep your place on the waitlist."));
    }

    @PostMapping("/declining")
    Reply decline(@PathVariable String reference, VisibleChart chart) {
        section.require();
        var offer = find(reference, chart);
        offers.decline(chart, offer.reference());
        return Reply.redirect(own(offer));
    }

    /** Whether its deposit can be paid, where there is one. */
    private boolean payable(OfferedTime offer) {
        return offer.deposit() == null || cards.possible();
    }

    private static String own(OfferedTime offer) {
        return "/appointments/offers/" + offer.reference();
    }

    private OfferedTime find(String reference, VisibleChart chart) {
        return Reference.parse(reference)
                .flatMap(one -> offers.find(chart, one))
                .orElseThrow(NoSuchPageException::new);
    }
}
