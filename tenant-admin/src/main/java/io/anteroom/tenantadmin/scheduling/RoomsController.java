package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.RoomId;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.Room;
import io.anteroom.clinic.scheduling.setup.Rooms;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rooms of a location: added on its page, renamed on a page of their own. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments/locations/{id}/rooms")
class RoomsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Rooms rooms;
    private final LocationsController locations;
    private final SetupPages pages;

    RoomsController(Rooms rooms, LocationsController locations, SetupPages pages) {
        this.rooms = rooms;
        this.locations = locations;
        this.pages = pages;
    }

    @PostMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Reply add(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        Location location = locations.find(id);
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        String name = Rooms.name(typed);
        SetupResult result = typed.faults().isEmpty()
                ? rooms.add(location.id(), name, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(LocationsController.url(location.id())).done("Room added"),
                again -> locations.withRooms(location, again.text("room"), again.errors()));
    }

    @GetMapping("/{room}")
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long id, @PathVariable long room) {
        Location location = locations.find(id);
        Room found = find(location, room);
        return page(location, found, SetupForm.of(Map.of("room", List.of(found.name())), 0));
    }

    @PostMapping("/{room}")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply rename(
            @PathVariable long id,
            @PathVariable long room,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        Location location = locations.find(id);
        Room found = find(location, room);
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        String name = Rooms.name(typed);
        SetupResult result = typed.faults().isEmpty()
                ? rooms.rename(found.id(), name, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(LocationsController.url(location.id())).done("Room saved"),
                again -> page(location, found, again));
    }

    @PostMapping("/{room}/ending")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply end(@PathVariable long id, @PathVariable long room, StaffMember staff) {
        return set(id, room, false, staff);
    }

    @PostMapping("/{room}/return")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply bringBack(@PathVariable long id, @PathVariable long room, StaffMember staff) {
        return set(id, room, true, staff);
    }

    private Reply set(long id, long room, boolean open, StaffMember staff) {
        Location location = locations.find(id);
        Room found = find(location, room);
        Reply.Redirect back = Reply.redirect(LocationsController.url(location.id()));
        return rooms.set(found.id(), open, staff.actor()) instanceof SetupResult.Refused(var faults)
                ? back.refused(faults.getFirst().message())
                : back.done(
                        open
                                ? found.name() + " is in use again"
                                : found.name() + " is no longer in use. What is booked there stays");
    }

    private Content page(Location location, Room room, SetupForm form) {
        return TEMPLATES.schedulingRoom(
                pages.page(room.name()), LocationsController.url(location.id()), location.name(), room, form);
    }

    private static Room find(Location location, long room) {
        return location.rooms().stream()
                .filter(one -> one.id().equals(new RoomId(room)))
                .findFirst()
                .orElseThrow(NoSuchPageException::new);
    }
}
