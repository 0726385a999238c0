package io.anteroom.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Shows that the test of all pages would find what it looks for. */
class HardCodedTest {

    @Test
    void lettersBetweenTagsAreFound() {
        assertThat(HardCoded.inTemplate("a.jte", """
                @import io.anteroom.webkit.Layout
                @param String name
                ${Layout.portal(page, @`
                <h1>${say("Hello")}</h1>
                <p class="lead">Hello, ${name}</p>
                @if(name.equals("Ada Lovelace"))<b>${name}</b>, born@endif
                `)}
                """))
                .containsExactlyInAnyOrder("a.jte: Hello, …", "a.jte: , born", "a.jte: \"Ada Lovelace\"");
    }

    @Test
    void whatIsReadOutOrShownInsteadIsFound() {
        assertThat(HardCoded.inTemplate("a.jte", """
                <img alt="A house" src="house.png">
                <nav aria-label="${say("Main")}"><a title="Back to it" class="btn">×</a></nav>
                <p>${open ? "Open now" : say("Closed")}</p>
                """))
                .containsExactlyInAnyOrder("a.jte: A house", "a.jte: Back to it", "a.jte: \"Open now\"");
    }

    @Test
    void sentencesInJavaAreFoundAndNamesAreNot() {
        assertThat(HardCoded.inJava("A.java", """
                class A {
                    // A comment
                    static final String PATH = "/invoices/open";
                    String a() { return say("Pay now"); }
                    String b() { return "Pay now"; }
                    String c(int n) { return n + " things to do"; }
                    void d() { throw new IllegalStateException("Never happens here"); }
                }
                """)).containsExactly("A.java: \"Pay now\"", "A.java: \" things to do\"");
    }

    @Test
    void whatTheDomainSaysIsFoundAmongSqlCodesAndTheLog() {
        assertThat(HardCoded.spokenInJava("A.java", """
                class A {
                    String a() { return jdbc.sql("select id from __tenant__.patient where id = :id"); }
                    String b(String clinic) { return clinic + ": please fill in a form"; }
                    String c() { return "Open the form"; }
                    void d() { log.record(entry.with("After", "a new address")); }
                    String e() { return say("Due"); }
                    char f() { return "\\u2066".charAt(0); }
                }
                """))
                .containsExactly("A.java: \": please fill in a form\"", "A.java: \"Open the form\"");
    }

    @Test
    void aTextMayStandInSeveralLiterals() {
        assertThat(new SourceText("A.java", """
                say("One "
                    + "text of {name}", "name", person.name(a, b)) + sayAs("verb", "Open") + say(label)
                """).calls())
                .extracting(call -> call.said().map(SourceText.Said::key).orElse("?"))
                .containsExactly("One text of {name}", "verb\u0004Open", "?");
    }
}
