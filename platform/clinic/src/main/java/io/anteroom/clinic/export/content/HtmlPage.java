package io.anteroom.clinic.export.content;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a page to read: headings, sentences, lists of pairs and tables. All text is escaped. */
final class HtmlPage {

    private final Writer out;

    HtmlPage(Writer out) {
        this.out = out;
    }

    void begin(String language, String direction, String title, String clinic) throws IOException {
        out.write("<!doctype html>\n<html lang=\"" + escaped(language) + "\" dir=\"" + escaped(direction)
                + "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>" + escaped(title + " – " + clinic)
                + "</title><link rel=\"stylesheet\" href=\"style.css\"></head>\n<body>\n<header>" + escaped(clinic)
                + "</header>\n<main>\n<h1>" + escaped(title) + "</h1>\n");
    }

    void end() throws IOException {
        out.write("</main>\n</body>\n</html>\n");
        out.flush();
    }

    void heading(String text) throws IOException {
        out.write("<h2>" + escaped(text) + "</h2>\n");
    }

    void sentence(String text) throws IOException {
        out.write("<p>" + escaped(text) + "</p>\n");
    }

    void link(String file, String text) throws IOException {
        out.write("<p><a href=\"" + escaped(file) + "\">" + escaped(text) + "</a></p>\n");
    }

    /** A heading below the last. */
    void subheading(String text) throws IOException {
        out.write("<h3>" + escaped(text) + "</h3>\n");
    }

    /** A text with lines and paragraphs of its own. */
    void text(String text) throws IOException {
        out.write("<p class=\"lines\">" + escaped(text) + "</p>\n");
    }

    void beginPairs() throws IOException {
        out.write("<dl>\n");
    }

    void pair(String label, String value) throws IOException {
        out.write("<dt>" + escaped(label) + "</dt><dd>" + escaped(value) + "</dd>\n");
    }

    void endPairs() throws IOException {
        out.write("</dl>\n");
    }

    void beginTable(List<String> heads) throws IOException {
        out.write("<table>\n<thead><tr>");
        for (var head : heads) {
            out.write("<th scope=\"col\">" + escaped(head) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
    }

    void row(List<String> cells) throws IOException {
        out.write("<tr>");
        for (var cell : cells) {
            out.write("<td>" + escaped(cell) + "</td>");
        }
        out.write("</tr>\n");
    }

    void endTable() throws IOException {
        out.write("</tbody>\n</table>\n");
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            switch (one) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(one);
            }
        }
        return safe.toString();
    }
}
