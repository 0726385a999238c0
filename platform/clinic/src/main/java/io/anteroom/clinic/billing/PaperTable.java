package io.anteroom.clinic.billing;

import io.anteroom.language.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of tables on papers of the clinic, as XHTML in which all text is escaped, in the order that a language is read in. */
public final class PaperTable {

    private final Words words;

    /** Of papers in that language. */
    public PaperTable(Words words) {
        this.words = words;
    }

    /** Facts about the paper: what, and what it is. */
    public String fact(String label, String value) {
        return row("<th>" + Letterhead.escape(label) + "</th>", "<td>" + Letterhead.escape(value) + "</td>");
    }

    /** A table of facts. */
    public static String facts(String... facts) {
        return "<table class=\"facts\">" + String.join("", facts) + "</table>";
    }

    /** A line under the table: what, and how much. */
    public String total(String label, String amount) {
        return row("<th>" + Letterhead.escape(label) + "</th>", number(amount));
    }

    /** The last of these, which matters most. */
    public String due(String label, String amount) {
        return total(label, amount).replaceFirst("<tr>", "<tr class=\"due\">");
    }

    /** A table of totals. */
    public static String totals(String... totals) {
        return "<table class=\"totals\">" + String.join("", totals) + "</table>";
    }

    /**
     * A table of lines.
     *
     * @param texts how many of the first columns are texts; the others are numbers
     */
    public String lines(int texts, List<String> heads, Stream<List<String>> rows) {
        return "<table class=\"lines\"><thead>" + cells("th", texts, heads) + "</thead><tbody>"
                + rows.map(cells -> cells("td", texts, cells)).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String cells(String tag, int texts, List<String> cells) {
        String[] set = new String[cells.size()];
        for (int i = 0; i < set.length; i++) {
            set[i] = "<" + tag + (i < texts ? ">" : " class=\"n\">") + Letterhead.escape(cells.get(i)) + "</" + tag
                    + ">";
        }
        return row(set);
    }

    static String number(String text) {
        return "<td class=\"n\">" + Letterhead.escape(text) + "</td>";
    }

    /** Cells in the order of reading; the printer sets the first one on the left, whatever the language. */
    String row(String... cells) {
        var inOrder = List.of(cells);
        return "<tr>" + String.join("", words.language().isFromTheRight() ? inOrder.reversed() : inOrder) + "</tr>";
    }
}
