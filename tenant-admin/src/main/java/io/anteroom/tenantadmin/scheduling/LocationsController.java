package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.patient.PhoneNumber;
import io.anteroom.clinic.scheduling.LocationId;
import io.anteroom.clinic.scheduling.setup.Location;
import io.anteroom.clinic.scheduling.setup.LocationDetails;
import io.anteroom.clinic.scheduling.setup.Locations;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings > Appointments > Locations: the list, and the form of one. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/settings/appointments")
class LocationsController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final Locations locations;
    private final SetupPages pages;

    LocationsController(Locations locations, SetupPages pages) {
        this.locations = locations;
        this.pages = pages;
    }

    @GetMapping
    @Needs(Permission.CHANGE_SETTINGS)
    Content list() {
        return TEMPLATES.schedulingLocations(pages.page("Locations"), SetupPages.base(), locations.all());
    }

    @GetMapping("/locations/new")
    @Needs(Permission.CHANGE_SETTINGS)
    Content blank() {
        var tenant = CurrentTenant.get();
        Map<String, List<String>> values = Map.of(
                "country",
                List.of(tenant.country()),
                "zone",
                List.of(tenant.zone().getId()));
        return page(SetupForm.of(values, 0), null);
    }

    @PostMapping("/locations")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply add(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, 0);
        Typed typed = form.read();
        LocationDetails details = LocationDetails.read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? locations.add(details, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                id -> Reply.redirect(url(new LocationId(id))).done("Location added. Add its rooms here, if it has any"),
                again -> page(again, null));
    }

    @GetMapping("/locations/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    Content show(@PathVariable long id) {
        Location location = find(id);
        return page(stored(location), location);
    }

    @PostMapping("/locations/{id}")
    @Needs(Permission.CHANGE_SETTINGS)
    Reply save(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> sent,
            StaffMember staff) {
        SetupForm form = SetupForm.typed(sent, version);
        Location location = find(id);
        Typed typed = form.read();
        LocationDetails details = LocationDetails.read(typed);
        SetupResult result = typed.faults().isEmpty()
                ? locations.change(location.id(), version, details, staff.actor())
                : new SetupResult.Refused(typed.faults());
        return SetupPages.answer(
                form,
                result,
                _ -> Reply.redirect(SetupPages.base()).done("Location saved"),
                again -> page(again, location));
    }

    static String url(LocationId id) {
        return SetupPages.base() + "/locations/" + id;
    }

    /** The page of a location with what is stored, and what is wrong with the form of its rooms. */
    Content withRooms(Location location, String typed, FormErrors errors) {
        return TEMPLATES.schedulingLocation(
                pages.page(location.name()), SetupPages.base(), stored(location), location, typed, errors);
    }

    private Content page(SetupForm form, @Nullable Location location) {
        return TEMPLATES.schedulingLocation(
                pages.page(location == null ? "New location" : location.name()),
                SetupPages.base(),
                form,
                location,
                "",
                FormErrors.none());
    }

    Location find(long id) {
        return locations.find(new LocationId(id)).orElseThrow(NoSuchPageException::new);
    }

    private static SetupForm stored(Location location) {
        LocationDetails details = location.details();
        PhoneNumber phone = details.phone();
        var values = new HashMap<String, List<String>>();
        values.put("name", List.of(details.name()));
        values.put("street", List.of(details.street()));
        values.put("postcode", List.of(details.postcode()));
        values.put("city", List.of(details.city()));
        values.put("country", List.of(details.country()));
        values.put("mapLink", List.of(Objects.requireNonNullElse(details.mapLink(), "")));
        values.put("phone", List.of(phone == null ? "" : phone.format(details.country())));
        values.put("zone", List.of(details.zone().getId()));
        return SetupForm.of(values, location.version());
    }
}
