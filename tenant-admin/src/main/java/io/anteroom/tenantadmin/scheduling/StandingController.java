package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.ServiceId;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.Service;
import io.anteroom.clinic.scheduling.setup.Services;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Confirmation;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes a location, practitioner or service out of use, brings it back, and moves it in its list. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments")
class StandingController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Locations locations;
    private final Practitioners practitioners;
    private final Services services;
    private final SetupPages pages;

    StandingController(Locations locations, Practitioners practitioners, Services services, SetupPages pages) {
        this.locations = locations;
        this.practitioners = practitioners;
        this.services = services;
        this.pages = pages;
    }

    /** Which of the three a path is about. */
    private enum Kind {
        LOCATIONS(
                "Close",
                "Nobody can book there from now on, neither patients nor staff. Its hours are kept, and count for nothing.",
                "is closed"),
        PRACTITIONERS(
                "Take out of the calendar:",
                "Nobody can book with this person from now on, neither patients nor staff. The person still signs in, where"
                        + " there is a sign-in: that is changed under staff.",
                "takes no more bookings"),
        SERVICES(
                "No longer offer",
                "Nobody can book it from now on, neither patients nor staff.",
                "is no longer offered");

        private final String verb;
        private final String loss;
        private final String done;

        Kind(String verb, String loss, String done) {
            this.verb = verb;
            this.loss = loss;
            this.done = done;
        }

        static Kind of(HttpServletRequest request) {
            String path = request.getRequestURI();
            if (path.contains("/appointments/locations/")) {
                return LOCATIONS;
            }
            return path.contains("/appointments/services/") ? SERVICES : PRACTITIONERS;
        }

        String list() {
            return SetupPages.base()
                    + switch (this) {
                        case LOCATIONS -> "";
                        case PRACTITIONERS -> "/practitioners";
                        case SERVICES -> "/services";
                    };
        }

        String url(long id) {
            return SetupPages.base()
                    + switch (this) {
                        case LOCATIONS -> "/locations/";
                        case PRACTITIONERS -> "/practitioners/";
                        case SERVICES -> "/services/";
                    }
                    + id;
        }
    }

    @GetMapping({"/locations/{id}/ending", "/practitioners/{id}/ending", "/services/{id}/ending"})
    @Needs(Permission.CHANGE_SETTINGS)
    Content ask(@PathVariable long id, HttpServletRequest request) {
        Kind kind = Kind.of(request);
        String name = name(kind, id);
        String question = kind.verb + " " + name + "?";
        return TEMPLATES.settingsConfirm(
                pages.page(question),
                Confirmation.of(
                        question,
                        List.of(
                                kind.loss,
                                "Appointments that are booked stay, and so does what was. Move or cancel them in the"
                                        + " calendar if need be.",
                                "You can bring it back at any time."),
                        kind.url(id) + "/ending",
                        kind == Kind.LOCATIONS ? "Close" : kind == Kind.SERVICES ? "No longer offer" : "Take out",
                        kind.url(id)));
    }

    @PostMapping({"/locations/{id}/ending", "/practitioners/{id}/ending", "/services/{id}/ending"})
    @Needs(Permission.CHANGE_SETTINGS)
    Reply end(@PathVariable long id, HttpServletRequest request, StaffMember staff) {
        Kind kind = Kind.of(request);
        String name = name(kind, id);
        set(kind, id, false, staff);
        return Reply.redirect(kind.list()).done(name + " " + kind.done);
    }

    @PostMapping({"/locations/{id}/return", "/practitioners/{id}/return", "/services/{id}/return"})
    @Needs(Permission.CHANGE_SETTINGS)
    Reply bringBack(@PathVariable long id, HttpServletRequest request, StaffMember staff) {
        Kind kind = Kind.of(request);
        String name = name(kind, id);
        Reply.Redirect list = Reply.redirect(kind.list());
        return set(kind, id, true, staff) instanceof SetupResult.Refused(var faults)
                ? list.refused(faults.getFirst().message())
                : list.done(name + " can be booked again");
    }

    @PostMapping({"/locations/{id}/place", "/practitioners/{id}/place", "/services/{id}/place"})
    @Needs(Permission.CHANGE_SETTINGS)
    Reply move(@PathVariable long id, @RequestParam(defaultValue = "false") String up, HttpServletRequest request) {
        Kind kind = Kind.of(request);
        boolean before = up.equals("true");
        SetupResult result = switch (kind) {
            case LOCATIONS -> locations.move(new LocationId(id), before);
            case PRACTITIONERS -> practitioners.move(new PractitionerId(id), before);
            case SERVICES -> services.move(new ServiceId(id), before);
        };
        if (result instanceof SetupResult.Gone) {
            throw new NoSuchPageException();
        }
        return Reply.redirect(kind.list()).done(name(kind, id) + " moved " + (before ? "up" : "down"));
    }

    private SetupResult set(Kind kind, long id, boolean open, StaffMember staff) {
        return switch (kind) {
            case LOCATIONS -> locations.set(new LocationId(id), open, staff.actor());
            case PRACTITIONERS -> practitioners.set(new PractitionerId(id), open, staff.actor());
            case SERVICES -> services.set(new ServiceId(id), open, staff.actor());
        };
    }

    private String name(Kind kind, long id) {
        Optional<String> name = switch (kind) {
            case LOCATIONS -> locations.find(new LocationId(id)).map(Location::name);
            case PRACTITIONERS -> practitioners.find(new PractitionerId(id)).map(Practitioner::name);
            case SERVICES -> services.find(new ServiceId(id)).map(Service::name);
        };
        return name.orElseThrow(NoSuchPageException::new);
    }
}
