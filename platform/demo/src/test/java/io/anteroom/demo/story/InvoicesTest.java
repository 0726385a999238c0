package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An invoice from the price list with a discount, sent in a batch, credited in part, paid by its mail's link, and seen on a statement. */
class InvoicesTest {

    private static final String INVOICES = "/o/harbour/invoices";

    private static final String FILE = """
            First name,Surname,Date of birth,Email,Mobile
            Ines,Novak,1991-07-08,ines@novak.example,
            """;

    private static final Pattern PAY_LINK = Pattern.compile("/pay/[A-Za-z0-9_-]{43}");

    private final Album album = new Album("invoices-");

    @Test
    void staffWriteFromThePriceListSendTogetherCreditAndPrintAStatement() {
        try (var staff = Person.atADesk(album)) {
            signsIn(staff);
            imports(staff);
            writes(staff);
            sends(staff);
            credits(staff);
            try (var payer = Person.onAPhone(album)) {
                paysByTheMailsLink(payer);
            }
            looksAtTheRest(staff);
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void signsIn(Person staff) {
        staff.goesTo("app.", "/o/harbour/settings/prices");
        staff.reads("Sign in");
        staff.types("olivia@harbour.example", "Email");
        staff.presses("Sign in");
        staff.types(RunningDemo.shared().password("olivia@harbour.example"), "Password");
        staff.presses("Sign in");
        staff.reads("Prices");
        staff.isTold("VISIT-L");
        staff.looks("prices");
        staff.follows("KIT");
        staff.reads("KIT");
        staff.looks("price");
    }

    private static void imports(Person staff) {
        staff.goesTo("app.", "/o/harbour/patients/import");
        staff.field("CSV file")
                .setInputFiles(new FilePayload("novak.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        staff.presses("Continue");
        staff.presses("Check the rows");
        staff.reads("Check before importing");
        staff.presses("Import 1 patient");
        staff.reads("1 patient imported");
    }

    private static void writes(Person staff) {
        staff.goesTo("app.", INVOICES + "/new?q=novak");
        staff.follows("Novak, Ines");
        staff.reads("New invoice");
        staff.types("vis", "From the price list");
        staff.presses("Add it");
        staff.isTold("Several match");
        staff.looks("several-match");
        staff.types("kit", "From the price list");
        staff.presses("Add it");
        assertThat(line(staff, 1).getByLabel("Description")).hasValue("Exercise kit");
        staff.types("VISIT-L", "From the price list");
        staff.presses("Add it");
        assertThat(line(staff, 2).getByLabel("Description")).hasValue("Long visit");
        staff.types("10%", "Discount on the whole");
        staff.looks("draft-from-the-list");
        staff.presses("Save draft");
        staff.isTold("Draft saved");
        staff.isTold("Discount 10%");
        staff.looks("draft");
    }

    private static void sends(Person staff) {
        staff.goesTo("app.", INVOICES + "?show=draft&q=novak");
        staff.page().locator("input[name=invoice]").check();
        staff.looks("drafts");
        staff.presses("Send the chosen");
        staff.reads("Send 1 draft?");
        staff.looks("batch");
        staff.presses("Send it");
        Locator result = staff.page().getByText("Show the result");
        Locator report = staff.page().getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Drafts sent"));
        assertThat(result.or(report).first()).isVisible();
        if (result.isVisible()) {
            result.click();
        }
        staff.reads("Drafts sent");
        staff.isTold("1 of 1 sent");
        staff.looks("report");
    }

    private static void credits(Person staff) {
        staff.follows("Ines Novak");
        staff.page().locator(".actions a[href$='/credit']").click();
        staff.reads("Credit Invoice");
        staff.looks("credit-note");
        staff.presses("Write the credit note");
        staff.reads("There is a problem");
        staff.page().getByLabel("An amount").check();
        staff.types("10", "Amount, tax included");
        staff.types("The kit was used before.", "Reason");
        staff.looks("credit");
        staff.presses("Write the credit note");
        staff.isTold("is written");
        staff.looks("credited");
    }

    /** What is left after the credit note, without signing in; afterwards the link leads nowhere. */
    private static void paysByTheMailsLink(Person payer) {
        var link = PAY_LINK.matcher(
                payer.post().mail("ines@novak.example", "Invoice ").text());
        assertThat(link.find()).isTrue();
        payer.goesTo("harbour.", link.group());
        payer.reads("Invoice");
        payer.looks("pay-link");
        payer.presses("Pay £");
        payer.reads("Pay by card");
        payer.types("ines@novak.example", "Email");
        new Paying(payer).paysByCard("£");
        payer.reads("Thank you, your payment has arrived");
        payer.looks("pay-link-result");
        payer.goesTo("harbour.", link.group());
        payer.reads("This payment link can’t be used any more");
        payer.looks("pay-link-ended");
    }

    private static void looksAtTheRest(Person staff) {
        staff.follows("Ines Novak");
        staff.page().locator(".tabs a[href$='/invoices']").click();
        staff.follows("Statement");
        staff.reads("Statement of account");
        staff.isTold("Credit note");
        staff.looks("statement");
        staff.goesTo("app.", INVOICES + "/books");
        staff.reads("For the books");
        staff.looks("books");
        staff.goesTo("app.", INVOICES);
        staff.reads("Invoices");
        staff.looks("list");
    }

    private static Locator line(Person staff, int number) {
        return staff.page().getByRole(AriaRole.GROUP, new GetByRoleOptions().setName("Line " + number));
    }
}
