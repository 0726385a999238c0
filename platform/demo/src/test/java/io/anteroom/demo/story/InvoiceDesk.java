package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The staff's pages of invoices. */
final class InvoiceDesk {

    private final Person staff;
    private final Clinic clinic;

    InvoiceDesk(Person staff, Clinic clinic) {
        this.staff = staff;
        this.clinic = clinic;
    }

    void startsOneFor(String search, String listed) {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/invoices");
        staff.reads("No invoices yet");
        staff.looks("invoices-none");
        staff.follows("New invoice");
        staff.types(search, "Which patient is it for?");
        staff.presses("Search");
        staff.follows(listed);
        staff.reads("New invoice");
        staff.looks("invoice-new");
    }

    /** A line without a price is refused, and stays. */
    void writesTwoLines() {
        line(1).getByLabel("Description").fill("First appointment");
        staff.presses("Save draft");
        staff.reads("There is a problem");
        assertThat(line(1).getByLabel("Description")).hasValue("First appointment");
        staff.looks("invoice-with-mistakes");
        line(1).getByLabel("Price of one").fill("65.00");
        staff.presses("Add a line");
        line(2).getByLabel("Description").fill("Exercise bands");
        line(2).getByLabel("Quantity").fill("2");
        line(2).getByLabel("Price of one").fill("8.25");
        line(2).getByLabel("Tax").fill("20");
        staff.looks("invoice-two-lines");
        staff.presses("Save draft");
        staff.isTold("Draft saved");
        staff.isTold("£84.80");
        staff.looks("invoice-draft");
    }

    void sends() {
        staff.presses("Send to the patient");
        staff.isTold("is on its way to the patient");
        staff.looks("invoice-sent");
    }

    /** In the list, and on its page with the end of its card’s number. */
    void findsItPaid() {
        staff.goesTo("app.", "/o/" + clinic.slug() + "/invoices");
        assertThat(row("Rowan")).containsText("Paid");
        staff.looks("invoices");
        row("Rowan").getByRole(AriaRole.LINK).click();
        staff.isTold("Paid £84.80");
        staff.isTold("3184");
        staff.looks("invoice-paid");
    }

    private Locator line(int number) {
        return staff.page().getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Line " + number));
    }

    private Locator row(String of) {
        return staff.page().getByRole(AriaRole.ROW, new GetByRoleOptions().setName(of));
    }
}
