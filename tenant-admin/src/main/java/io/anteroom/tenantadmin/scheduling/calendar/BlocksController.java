package io.anteroom.tenantadmin.scheduling.calendar;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.PractitionerId;
import io.anteroom.clinic.scheduling.hours.BlockedTime;
import io.anteroom.clinic.scheduling.hours.BlockedTimes;
import io.anteroom.clinic.scheduling.setup.Fault;
import io.anteroom.clinic.scheduling.setup.Practitioner;
import io.anteroom.clinic.scheduling.setup.Practitioners;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.clinic.staff.Permission;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.Needs;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.frame.StaffSection;
import io.anteroom.tenantadmin.templates.StaticTemplates;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Blocks a practitioner's time, and frees it. */
@Controller
@OnHost(Host.STAFF)
@RequestMapping("/o/{organisation}/calendar/blocks")
class BlocksController {

    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    private final BlockedTimes blocks;
    private final Practitioners practitioners;
    private final StaffPages pages;

    BlocksController(BlockedTimes blocks, Practitioners practitioners, StaffPages pages) {
        this.blocks = blocks;
        this.practitioners = practitioners;
        this.pages = pages;
    }

    @GetMapping("/new")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Content blank(@RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String practitioner) {
        return page(
                new LinkedMultiValueMap<>(Map.of("day", List.of(day), "practitioner", List.of(practitioner))),
                List.of());
    }

    @PostMapping
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply block(@RequestParam MultiValueMap<String, String> sent, StaffMember staff) {
        var typed = new Typed(sent);
        Optional<PractitionerId> who =
                typed.ids("practitioner").stream().findFirst().map(PractitionerId::new);
        Optional<BlockedTime> wanted = BlockedTime.read(
                typed, who.orElse(new PractitionerId(0)), CurrentTenant.get().zone());
        if (wanted.isEmpty()) {
            return Reply.invalid(page(sent, typed.faults()));
        }
        return switch (blocks.block(wanted.get(), staff.actor())) {
            case SetupResult.Saved(long _) -> {
                LocalDate day = LocalDate.ofInstant(
                        wanted.get().start(), CurrentTenant.get().zone());
                yield Reply.redirect(calendar() + "?day=" + day).done("Time blocked. What is booked then stays");
            }
            case SetupResult.Refused(var faults) -> Reply.invalid(page(sent, faults));
            case SetupResult.Meanwhile(int _, var _) -> Reply.redirect(calendar());
            case SetupResult.Gone() ->
                Reply.invalid(page(sent, List.of(new Fault("practitioner", "Choose a practitioner"))));
        };
    }

    @PostMapping("/{id}/removal")
    @Needs(Permission.MANAGE_APPOINTMENTS)
    Reply free(@PathVariable long id, StaffMember staff) {
        Optional<BlockedTime> found = blocks.find(id);
        blocks.free(id, staff.actor());
        String day = found.map(one -> "?day="
                        + LocalDate.ofInstant(one.start(), CurrentTenant.get().zone()))
                .orElse("");
        return Reply.redirect(calendar() + day).done("Time freed");
    }

    private static String calendar() {
        return "/o/" + CurrentTenant.get().slug() + "/calendar";
    }

    private Content page(MultiValueMap<String, String> values, List<Fault> faults) {
        FormErrors errors = FormErrors.none();
        for (Fault fault : faults) {
            errors = errors.with(fault.field(), fault.message());
        }
        List<Option> people = practitioners.all().stream()
                .filter(Practitioner::open)
                .map(one -> new Option(one.id().toString(), one.name()))
                .toList();
        return TEMPLATES.schedulingCalendarBlock(
                pages.page(StaffSection.CALENDAR, "Block time"), calendar(), people, values.toSingleValueMap(), errors);
    }
}
