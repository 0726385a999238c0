package io.anteroom.demo.story;

import com.microsoft.playwright.options.AriaRole;

/** The demo's inbox, as a person reads it. */
final class Inbox {

    private final Person reader;

    Inbox(Person reader) {
        this.reader = reader;
    }

    /** Opens the newest mail of that subject from the list. */
    void opens(String to, String subject) {
        var mail = reader.post().mail(to, subject);
        reader.goesTo("inbox.", "/");
        reader.main().locator("a[href='/messages/" + mail.id() + "']").click();
        reader.reads(mail.subject());
        reader.page().frameLocator("iframe").getByRole(AriaRole.HEADING).waitFor();
    }

    /** Looks at the list, and the mail that is opened then. */
    void opensAndLooks(String to, String subject, String name) {
        reader.post().mail(to, subject);
        reader.goesTo("inbox.", "/");
        reader.reads("Inbox");
        reader.looks("inbox-" + name);
        opens(to, subject);
        reader.looks("mail-" + name);
    }

    /**
     * Follows the open mail's link that has this in its address; with the keyboard, because Chromium sometimes gives a
     * click that follows close on scrolling to the frame that was there before.
     */
    void follows(String part) {
        reader.main()
                .getByRole(AriaRole.LIST)
                .locator("a[href*='" + part + "']")
                .press("Enter");
    }
}
