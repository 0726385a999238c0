package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.browser.Album;
import org.junit.jupiter.api.Test;

/** The clinic's money: a part of a payment given back, and what Stripe says of all of it. */
class ClinicMoneyTest {

    private static final String OLIVIA = "olivia@harbour.example";
    private static final String MONEY = "/o/harbour/money/";

    private final Album album = new Album("money-");

    @Test
    void staffGiveBackAPartAndFollowTheMoneyToTheBank() {
        try (var staff = Person.atADesk(album)) {
            KeycloakDoor.signsIn(staff, OLIVIA, MONEY + "payments?show=refunded");
            staff.reads("All payments");
            staff.looks("payments");
            givesBack(staff);
            looksAtTheRest(staff);
        }
        try (var staff = Person.onAPhone(album)) {
            KeycloakDoor.signsIn(staff, OLIVIA, MONEY + "disputes");
            staff.reads("Disputes");
            staff.looks("phone-disputes");
            staff.goesTo("app.", MONEY + "differences");
            staff.looks("phone-differences");
            staff.goesTo("app.", MONEY + "payouts");
            staff.looks("phone-payouts");
        }
        assertThat(album.flaws()).isEmpty();
    }

    private static void givesBack(Person staff) {
        staff.main().locator("tbody a").first().click();
        staff.isTold("one session was cancelled by us");
        staff.main().locator("a[href$='/refund']").click();
        staff.reads("Give back a payment");
        staff.looks("give-back-form");
        staff.page()
                .getByLabel("A part", new GetByLabelOptions().setExact(true))
                .check();
        staff.types("9999", "Amount");
        staff.presses("Continue");
        staff.reads("There is a problem");
        staff.isTold("Enter at most");
        staff.types("5", "Amount");
        staff.page().getByLabel("Reason").selectOption("goodwill");
        staff.looks("give-back");
        staff.presses("Continue");
        staff.reads("Give back £5.00?");
        staff.looks("give-back-confirm");
        staff.presses("Give back £5.00");
        staff.isTold("-£5.00");
        for (int tries = 0; tries < 100 && staff.main().getByText("On its way").count() > 0; tries++) {
            staff.page().waitForTimeout(100);
            staff.page().reload();
        }
        staff.isTold("£70.00 given back");
        staff.looks("given-back");
        staff.follows("This invoice in the ledger");
        staff.reads("in the ledger");
        staff.isTold("Payment arrived");
        staff.looks("ledger");
    }

    private static void looksAtTheRest(Person staff) {
        staff.goesTo("app.", MONEY + "payouts");
        staff.main().locator("tbody a").first().click();
        staff.reads("Payout of");
        staff.isTold("It adds up");
        staff.looks("payout");
        staff.goesTo("app.", MONEY + "disputes");
        staff.isTold("Answer by");
        staff.looks("disputes");
        staff.goesTo("app.", MONEY + "differences");
        staff.presses("Compare now");
        Locator compare = staff.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Compare now"));
        assertThat(compare).isVisible();
        staff.isTold("Stripe took money that Anteroom knows nothing of");
        staff.looks("differences");
        staff.goesTo("app.", MONEY + "balances");
        staff.reads("Balances");
        staff.isTold("At Stripe");
        staff.looks("balances");
        staff.goesTo("app.", "/o/harbour");
        staff.isTold("1 dispute to answer by");
        staff.looks("home");
    }
}
