package io.anteroom.messaging;

import io.anteroom.language.Words;
import io.anteroom.messaging.EmailContent.Action;
import io.anteroom.messaging.EmailContent.Detail;
import io.anteroom.messaging.SenderIdentity.Look;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The HTML half of an email: tables and inline styles, which is what mail programs understand, 600 pixels wide, readable
 * without pictures. Every text is escaped here and nowhere else.
 */
final class EmailHtml {

    private static final Pattern CODE = Pattern.compile("[0-9]{4,10}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final String FONT =
            "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";

    private EmailHtml() {}

    static String of(EmailContent content, Look look) {
        Action action = content.action();
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light">
                <title>%s</title>
                </head>
                <body style="margin:0;padding:0;background-color:#f2f4f7;">
                <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" style="background-color:#f2f4f7;">
                <tr><td align="center" style="padding:24px 12px;">
                <table role="presentation" width="600" cellpadding="0" cellspacing="0" \
                style="width:100%%;max-width:600px;background-color:#ffffff;border-radius:8px;border-top:4px solid %s;">
                <tr><td style="padding:24px 32px 0 32px;%sfont-size:18px;font-weight:600;color:#1d2733;">%s</td></tr>
                <tr><td style="padding:16px 32px 8px 32px;%sfont-size:17px;line-height:26px;color:#1d2733;">
                <h1 style="margin:8px 0 16px 0;font-size:24px;line-height:31px;font-weight:600;">%s</h1>
                %s%s%s</td></tr>
                <tr><td style="padding:16px 32px 28px 32px;border-top:1px solid #e3e7ec;%sfont-size:14px;\
                line-height:21px;color:#56616f;">%s</td></tr>
                </table>
                </td></tr>
                </table>
                </body>
                </html>
                """.formatted(
                        escape(tag(content, look)),
                        content.words().language().direction(),
                        escape(content.subject()),
                        colour(look.colour(), "#1f4e79"),
                        FONT,
                        masthead(look),
                        FONT,
                        escape(content.heading()),
                        content.paragraphs().stream().map(EmailHtml::paragraph).collect(Collectors.joining()),
                        content.details().isEmpty()
                                ? ""
                                : content.details().stream()
                                        .map(EmailHtml::detail)
                                        .collect(Collectors.joining(
                                                "",
                                                "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\""
                                                        + " style=\"margin:0 0 20px 0;border-collapse:collapse;\">\n",
                                                "</table>\n")),
                        action == null ? "" : button(action, content.words(), look),
                        FONT,
                        lines(EmailText.foot(content.words(), look)));
    }

    /** As before where nothing was said of a language: the sender's. */
    private static String tag(EmailContent content, Look look) {
        return content.language() == null ? look.locale().toLanguageTag() : content.language();
    }

    private static String masthead(Look look) {
        return look.logo() == null
                ? escape(look.name())
                : "<img src=\"%s\" alt=\"%s\" height=\"44\" style=\"height:44px;max-width:280px;border:0;display:block;\">"
                        .formatted(escape(look.logo().toString()), escape(look.name()));
    }

    private static String paragraph(String text) {
        String style = CODE.matcher(text).matches()
                ? "margin:0 0 20px 0;font-size:32px;line-height:42px;letter-spacing:6px;font-weight:700;"
                : "margin:0 0 16px 0;";
        return "<p style=\"%s\">%s</p>\n"
                .formatted(style, text.lines().map(EmailHtml::line).collect(Collectors.joining("<br>\n")));
    }

    /** A line that is nothing but an address leads there. */
    private static String line(String text) {
        String escaped = escape(text);
        return ADDRESS.matcher(text).matches()
                ? "<a href=\"%s\" style=\"color:#1d2733;word-break:break-all;\">%s</a>".formatted(escaped, escaped)
                : escaped;
    }

    private static String detail(Detail detail) {
        return """
                <tr><td style="padding:8px 0;padding-inline-end:12px;border-bottom:1px solid #e3e7ec;color:#56616f;\
                vertical-align:top;">%s</td>\
                <td style="padding:8px 0;text-align:end;border-bottom:1px solid #e3e7ec;font-weight:600;">%s</td></tr>
                """.formatted(escape(detail.label()), escape(detail.value()));
    }

    private static String button(Action action, Words words, Look look) {
        String url = escape(action.url());
        return """
                <table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 16px 0;"><tr>\
                <td style="border-radius:6px;background-color:%s;">\
                <a href="%s" style="display:inline-block;padding:13px 26px;font-size:17px;font-weight:600;\
                text-decoration:none;color:%s;">%s</a></td></tr></table>
                <p style="margin:0 0 16px 0;font-size:14px;line-height:21px;color:#56616f;">%s<br><a href="%s" style="color:#56616f;word-break:break-all;">%s</a></p>
                """.formatted(
                        colour(look.colour(), "#1f4e79"),
                        url,
                        colour(look.textOnColour(), "#ffffff"),
                        escape(action.label()),
                        escape(words.say("If the button does not work, open this address:")),
                        url,
                        url);
    }

    private static String colour(String colour, String otherwise) {
        return COLOUR.matcher(colour).matches() ? colour : otherwise;
    }

    private static String lines(String text) {
        return escape(text).replace("\n", "<br>\n");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
