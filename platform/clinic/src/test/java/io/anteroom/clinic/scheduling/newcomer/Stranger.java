package io.anteroom.clinic.scheduling.newcomer;

import static io.anteroom.clinic.scheduling.appointment.Practice.at;

import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.SignInAddress;
import io.anteroom.clinic.access.limit.Asked;
import io.anteroom.clinic.access.limit.AskedFrom;
import io.anteroom.clinic.access.limit.BrowserToken;
import io.anteroom.clinic.access.registration.Applicant;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.appointment.WantedTime;
import java.net.InetAddress;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser whom the clinic doesn't know, in a network of their own or another's. */
final class Stranger {

    static final Applicant NORA = new Applicant("Nora", "Nguyen", LocalDate.of(1990, 7, 3));

    private final NewcomerBookings bookings;
    private final Puzzles puzzles;
    private final ServiceId service;
    private final LocationId location;
    private final InetAddress network;
    private final BrowserToken browser;
    private @Nullable BrowserToken signingIn;

    Stranger(
            NewcomerBookings bookings,
            Puzzles puzzles,
            RandomTokens tokens,
            ServiceId service,
            LocationId location,
            String network) {
        this.bookings = bookings;
        this.puzzles = puzzles;
        this.service = service;
        this.location = location;
        this.network = InetAddress.ofLiteral(network);
        this.browser = new BrowserToken(tokens.draw());
    }

    BrowserToken browser() {
        return browser;
    }

    /** Chooses a time of a page just loaded, once the browser has worked out what it has to. */
    Chosen choose(String time) {
        return choose(page(time));
    }

    Chosen choose(ChosenTime page) {
        return bookings.hold(browser, page, from());
    }

    /** What would be sent to choose that time. */
    ChosenTime page(String time) {
        var form = UUID.randomUUID();
        var puzzle = puzzles.draw(form);
        return new ChosenTime(wanted(time), form, UUID.randomUUID(), puzzle, answer(puzzle));
    }

    /** The same of a browser without scripts. */
    ChosenTime plainPage(String time) {
        var form = UUID.randomUUID();
        return new ChosenTime(wanted(time), form, UUID.randomUUID(), puzzles.draw(form), "");
    }

    /** Another time of the same page, with what was worked out before. */
    ChosenTime again(ChosenTime page, String time) {
        return new ChosenTime(wanted(time), page.form(), UUID.randomUUID(), page.puzzle(), page.answer());
    }

    /** Says who it is, and asks for a code. */
    Asked say(String address, @Nullable String note) {
        var asked = bookings.ask(
                browser, new Said(NORA, SignInAddress.read(address, "GB").orElseThrow(), note), from());
        if (asked instanceof Asked.OnItsWay(var token)) {
            signingIn = token;
        }
        return asked;
    }

    /** What the browser holds that can enter the code. */
    BrowserToken signingIn() {
        if (signingIn == null) {
            throw new AssertionError("No code was asked for");
        }
        return signingIn;
    }

    static String answer(String puzzle) {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(Integer::toString)
                .filter(number -> Puzzles.isSolved(puzzle, number))
                .findFirst()
                .orElseThrow();
    }

    private WantedTime wanted(String time) {
        return new WantedTime(service, null, location, at(time));
    }

    private AskedFrom from() {
        return new AskedFrom("north.anteroom.example", network, signingIn);
    }
}
