package io.anteroom.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catalogues as translators' tools write them. */
class PoFileTest {

    @Test
    void entriesAreReadWithContextsAndOverSeveralLines() {
        List<PoFile.Entry> entries = PoFile.read("de.po", """
                # by whom
                msgid ""
                msgstr "Language: de\\n"

                #: invoice.jte:12
                msgctxt "state"
                msgid "Open"
                msgstr "Offen"

                msgid ""
                "Pay "
                "\\"now\\""
                msgstr ""
                "Jetzt\\n"
                "zahlen"

                #, fuzzy
                msgid "Guessed"
                msgstr "Geraten"
                #~ msgid "Old"
                #~ msgstr "Alt"
                msgid "After it"
                msgstr "Danach"
                """);
        assertThat(entries)
                .containsExactly(
                        new PoFile.Entry("state", "Open", "Offen", 6),
                        new PoFile.Entry(null, "Pay \"now\"", "Jetzt\nzahlen", 10),
                        new PoFile.Entry(null, "Guessed", "", 18),
                        new PoFile.Entry(null, "After it", "Danach", 22));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "msgid \"Without\"",
                "msgstr \"Without\"",
                "\"Belongs to nothing\"",
                "msgid \"Plural\"\nmsgid_plural \"Plurals\"",
                "msgid No marks\nmsgstr \"\"",
                "msgid \"a\"b\"\nmsgstr \"\"",
                "msgid \"a\\x\"\nmsgstr \"\"",
                "msgid \"a\"\nmsgid \"b\"\nmsgstr \"\"",
                "msgctxt \"state\"\n\nmsgid \"a\"\nmsgstr \"\"",
            })
    void whatGettextWouldNotWriteIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> PoFile.read("de.po", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("de.po, line ");
    }
}
