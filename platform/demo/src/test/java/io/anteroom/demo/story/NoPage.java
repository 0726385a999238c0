package io.anteroom.demo.story;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;

/** What can be asked for with GET and is no page, so that nobody needs to look at it. */
enum NoPage {
    FILE("a file"),
    PART("a part of a page"),
    LEADS_ON("leads on");

    /** What an answer is, in the words above; a page of its own is none of them. */
    private static final String ASK = """
            async address => {
              const answer = await fetch(address, { redirect: 'manual' });
              if (answer.type === 'opaqueredirect') return 'leads on';
              if (!answer.ok) return answer.status + '';
              if (!(answer.headers.get('content-type') || 'text/html').startsWith('text/html')) return 'a file';
              return (await answer.text()).includes('<html') ? 'a page' : 'a part of a page';
            }""";

    private final String words;

    NoPage(String words) {
        this.words = words;
    }

    /**
     * That of these words.
     *
     * @throws IllegalArgumentException if a line of the list gives another reason
     */
    static NoPage of(String words) {
        return Arrays.stream(values())
                .filter(one -> one.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pages.txt says '" + words + "', which is no reason"));
    }

    /** What is wrong with that, where the page asks for an address on its own host; empty if it is what was said. */
    List<String> flaws(Page page, String address) {
        var is = String.valueOf(page.evaluate(ASK, address));
        return is.equals(words) || (this == PART && is.equals(FILE.words))
                ? List.of()
                : List.of("is not " + words + ", but " + is + ": " + address);
    }
}
