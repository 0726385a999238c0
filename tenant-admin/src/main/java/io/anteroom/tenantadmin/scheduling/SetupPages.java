package io.anteroom.tenantadmin.scheduling;

import gg.jte.Content;
import io.anteroom.clinic.scheduling.setup.SetupResult;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenantadmin.frame.SettingsSection;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.StaffPage;
import io.anteroom.webkit.problem.NoSuchPageException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the pages of Settings > Appointments have in common. */
@Component
class SetupPages {

    private final StaffPages pages;
    private final Clock clock;

    SetupPages(StaffPages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    /** The address of the part in the current organisation. */
    static String base() {
        return "/o/" + CurrentTenant.get().slug() + "/settings/appointments";
    }

    StaffPage page(String title) {
        return pages.settings(SettingsSection.APPOINTMENTS, title);
    }

    /** Today at the clinic. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), CurrentTenant.get().zone());
    }

    /**
     * Answers a form: on from here if it was saved, and else the form again with all that was typed.
     *
     * @param next where to go once it is saved, by the number of what was
     * @param again the page with the form
     */
    static Reply answer(
            SetupForm form, SetupResult result, LongFunction<Reply> next, Function<SetupForm, Content> again) {
        return switch (result) {
            case SetupResult.Saved(long id) -> next.apply(id);
            case SetupResult.Refused(var faults) -> Reply.invalid(again.apply(form.faulty(faults)));
            case SetupResult.Meanwhile(int version, var differences) ->
                Reply.page(HttpStatus.CONFLICT, again.apply(form.over(version, differences)));
            case SetupResult.Gone() -> throw new NoSuchPageException();
        };
    }
}
