package io.anteroom.webkit.asset;

import io.anteroom.webkit.Palette;

/** The style sheet that holds nothing but a clinic's colours. */
final class BrandStyle {

    private BrandStyle() {}

    static String of(Palette palette) {
        return """
                :root {
                  --tblr-primary: #%1$s; --tblr-primary-rgb: %2$s; --tblr-primary-fg: #%3$s;
                  --tblr-link-color: #%1$s; --tblr-link-color-rgb: %2$s;
                  --tblr-link-hover-color: #%1$s; --tblr-link-hover-color-rgb: %2$s;
                  --brand-accent: #%4$s;
                }
                @media (prefers-color-scheme: dark) {
                  :root {
                    --tblr-primary: #%5$s; --tblr-primary-rgb: %6$s; --tblr-primary-fg: #%7$s;
                    --tblr-link-color: #%5$s; --tblr-link-color-rgb: %6$s;
                    --tblr-link-hover-color: #%5$s; --tblr-link-hover-color-rgb: %6$s;
                    --brand-accent: #%8$s;
                  }
                }
                """.formatted(
                        palette.primary(),
                        rgb(palette.primary()),
                        palette.onPrimary(),
                        palette.accent(),
                        palette.darkPrimary(),
                        rgb(palette.darkPrimary()),
                        palette.onDarkPrimary(),
                        palette.darkAccent());
    }

    private static String rgb(String hex) {
        int colour = Integer.parseInt(hex, 16);
        return (colour >> 16) + ", " + (colour >> 8 & 255) + ", " + (colour & 255);
    }
}
