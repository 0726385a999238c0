package io.anteroom.demo.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import io.anteroom.demo.RunningDemo;
import io.anteroom.demo.browser.Album;
import io.anteroom.demo.browser.Browser;
import io.anteroom.demo.browser.Screen;
import io.anteroom.demo.browser.Visit;
import java.util.regex.Pattern;

/** Somebody at a browser, who finds things on a page by the words that stand there. */
final class Person implements AutoCloseable {

    private final RunningDemo demo;
    private final Visit visit;

    private Person(RunningDemo demo, Visit visit) {
        this.demo = demo;
        this.visit = visit;
    }

    static Person atADesk(Album album) {
        return with(Screen.DESKTOP, album);
    }

    static Person onAPhone(Album album) {
        return with(Screen.PHONE, album);
    }

    private static Person with(Screen screen, Album album) {
        var demo = RunningDemo.shared();
        demo.forgetSentCodes();
        return new Person(demo, Browser.shared().visit(screen, album));
    }

    /** Goes to a page on the base host, or on the host of this prefix, as {@code app.}. */
    void goesTo(String prefix, String path) {
        page().navigate(demo.address(prefix, path));
    }

    /** Clicks the first link of that name. */
    void follows(String link) {
        named(AriaRole.LINK, link).first().click();
    }

    /** Goes on by the portal's navigation, of which a phone shows the last entries behind <em>More</em>. */
    void goesOnTo(String section) {
        var more = page().locator(".nav-more > summary");
        if (more.isVisible()) {
            more.click();
        }
        follows(section);
    }

    void presses(String button) {
        named(AriaRole.BUTTON, button).first().click();
    }

    void types(String text, String label) {
        field(label).fill(text);
    }

    void ticks(String label) {
        field(label).check();
    }

    /** Waits until the page has that heading. */
    void reads(String heading) {
        assertThat(named(AriaRole.HEADING, heading).first()).isVisible();
    }

    /** Waits until the page's main part says so. */
    void isTold(String text) {
        assertThat(main()).containsText(text);
    }

    /** Has the page checked, by everything there is where {@code pages.txt} leaves it to this story. */
    void looks(String name) {
        if (visit.isOfItsAddress()
                && PageRoutes.shared()
                        .at(page().url())
                        .map(Object::toString)
                        .filter(StoryPages::awaits)
                        .isPresent()) {
            visit.inspected(name);
        } else {
            visit.seen(name);
        }
    }

    Locator main() {
        return page().getByRole(AriaRole.MAIN);
    }

    /** The field of that label, optional or not. */
    Locator field(String label) {
        return page().getByLabel(
                        Pattern.compile("^\\s*" + label.replaceAll("\\W", ".") + "(\\s*\\(optional\\))?\\s*$"));
    }

    /** What messages have come. */
    Post post() {
        return new Post(demo.mailbox());
    }

    Page page() {
        return visit.page();
    }

    private Locator named(AriaRole role, String name) {
        return page().getByRole(role, new GetByRoleOptions().setName(name));
    }

    @Override
    public void close() {
        visit.close();
    }
}
