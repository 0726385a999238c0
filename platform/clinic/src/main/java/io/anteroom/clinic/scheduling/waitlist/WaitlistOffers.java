package io.anteroom.clinic.scheduling.waitlist;

import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.scheduling.appointment.Booking;
import io.anteroom.clinic.scheduling.appointment.Holding;
import io.anteroom.clinic.scheduling.appointment.PatientBooking;
import io.anteroom.clinic.scheduling.appointment.Reference;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What patients, and those who act for them, do with times that they are offered. */
@Component
public class WaitlistOffers {

    private final OwnOffers offers;
    private final PatientBooking booking;

    WaitlistOffers(OwnOffers offers, PatientBooking booking) {
        this.offers = offers;
        this.booking = booking;
    }

    /** What the patient acted for is offered and can book, the next one first. */
    public List<OfferedTime> open(VisibleChart chart) {
        return offers.ahead(chart).stream().filter(OfferedTime::open).toList();
    }

    /** One that the viewer was offered, whatever became of it. */
    public Optional<OfferedTime> find(VisibleChart chart, Reference reference) {
        return offers.find(chart, reference);
    }

    /**
     * Books it, the way anybody books: the time is held and then booked, and whoever is quicker has it. Sent again it finds what the
     * same offer booked before, so a process that ends in between loses nothing. What the service asks before booking doesn't stand in the way: an offer
     * is a race.
     */
    public Accepting accept(VisibleChart chart, Reference reference) {
        var found = offers.find(chart, reference);
        if (found.isEmpty()) {
            return new Accepting.NotThere();
        }
        var offer = found.get();
        var appointment = offer.appointment();
        if (appointment != null && offer.taken()) {
            return new Accepting.Booked(appointment);
        }
        if (!offer.waiting()) {
            return new Accepting.NotWaiting();
        }
        var wanted = new WantedTime(
                offer.service(), offer.practitioner(), offer.place().id(), offer.start());
        var acting = chart.actingFor(offer.patient());
        return switch (booking.holdOffered(acting, wanted, offer.attempt())) {
            case Holding.Held held -> book(acting, held.reference());
            case Holding.TooMany(int most) -> new Accepting.TooMany(most);
            case Holding.Taken _, Holding.NotOffered _, Holding.AskedFirst _ -> new Accepting.Gone();
        };
    }

    private Accepting book(VisibleChart chart, Reference held) {
        return switch (booking.bookOffered(chart, held, null)) {
            case Booking.Booked booked -> new Accepting.Booked(booked.reference());
            case Booking.ToPay toPay -> new Accepting.Booked(toPay.reference());
            case Booking.TooMany(int most) -> new Accepting.TooMany(most);
            case Booking.Gone _, Booking.NotThere _, Booking.AskedFirst _ -> new Accepting.Gone();
        };
    }

    /** Says that it isn't wanted; the place on the list stays. Where all have said so, others are offered it at once. */
    public boolean decline(VisibleChart chart, Reference reference) {
        return offers.decline(chart, reference);
    }
}
