package io.anteroom.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody without a mouse: Tab, Enter and letters. Where the focus goes, it must be seen. */
final class Keyboard {

    private static final int FURTHEST = 40;

    /** What has the focus, by what it is called. */
    private static final String FOCUSED = """
            () => {
              const at = document.activeElement;
              const label = at.labels && at.labels.length ? at.labels[0].textContent : at.textContent;
              return (at.getAttribute('aria-label') || label).replace(/\\s+/g, ' ').trim();
            }""";

    private static final String IS_SEEN = """
            () => {
              const style = getComputedStyle(document.activeElement);
              return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
            }""";

    private static final String IS_TYPED_IN = "() => document.activeElement?.matches('input, textarea')";

    private final Person person;

    Keyboard(Person person) {
        this.person = person;
    }

    /** Presses Tab until the focus is on what is called so. */
    void tabsTo(String name) {
        for (int pressed = 0; pressed < FURTHEST; pressed++) {
            if (focused().startsWith(name)) {
                return;
            }
            person.page().keyboard().press("Tab");
            assertThat(person.page().evaluate(IS_SEEN))
                    .as("focus on " + focused() + " is seen")
                    .isEqualTo(true);
        }
        throw new AssertionError("No Tab led to " + name + "; the last was on " + focused());
    }

    /** Into the field that has the focus, which a page that has just come gives it once it is there. */
    void types(String text) {
        person.page().waitForLoadState();
        person.page().waitForFunction(IS_TYPED_IN);
        person.page().keyboard().type(text);
    }

    void enters() {
        person.page().keyboard().press("Enter");
    }

    String focused() {
        return (String) person.page().evaluate(FOCUSED);
    }
}
