package io.anteroom.stripeemulator.pages;

import io.anteroom.stripeemulator.http.Reply;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The frame of every page, and text made safe for it. */
final class Html {

    private static final Set<String> TWO_DIGITS_AT_STRIPE = Set.of("ISK", "UGX");

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An amount in Stripe's minor units, as the British write it. */
    static String amount(long minor, String code) {
        Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
        int digits = TWO_DIGITS_AT_STRIPE.contains(currency.getCurrencyCode())
                ? 2
                : Math.max(0, currency.getDefaultFractionDigits());
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.UK);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(minor, digits));
    }

    static Reply page(int status, String title, String content) {
        String html = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <header class="test"><strong>Test mode.</strong> No money moves, only test cards work.</header>
            %s
            </body>
            </html>
            """.formatted(escape(title), content);
        return new Reply(
                status,
                "text/html; charset=utf-8",
                html,
                Map.of(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
                        "Cache-Control",
                        "no-store",
                        "Referrer-Policy",
                        "no-referrer"));
    }

    /** A page that only says something. */
    static Reply notice(int status, String title, String text, String link, String label) {
        String go = link.isEmpty()
                ? ""
                : "<p><a class=\"button\" href=\"%s\">%s</a></p>".formatted(escape(link), escape(label));
        return page(status, title, """
            <main class="narrow card">
            <h1>%s</h1>
            <p>%s</p>
            %s
            </main>
            """.formatted(escape(title), escape(text), go));
    }
}
