package io.anteroom.webkit.asset;

import io.anteroom.webkit.Palette;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers {@code /assets/...} and {@code /brand/....css} on every host, before anybody is asked who they are. An address
 * says all about its content, so browsers keep it for a year and never ask again.
 */
public final class AssetFilter extends OncePerRequestFilter {

    private static final Pattern BRAND = Pattern.compile("/brand/([0-9a-f-]{41})\\.css");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        Optional<Asset> asset = Assets.at(path);
        Matcher brand = BRAND.matcher(path);
        if (asset.isPresent()) {
            send(request, response, asset.get());
        } else if (brand.matches()) {
            sendBrand(response, brand.group(1));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Asset asset) throws IOException {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packed = accepted != null && accepted.contains("gzip");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        head(response, asset.type(), asset.length(packed));
        asset.writeTo(response.getOutputStream(), packed);
    }

    private static void sendBrand(HttpServletResponse response, String key) throws IOException {
        Palette palette;
        try {
            palette = Palette.ofKey(key);
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] style = BrandStyle.of(palette).getBytes(StandardCharsets.UTF_8);
        head(response, "text/css;charset=utf-8", style.length);
        response.getOutputStream().write(style);
    }

    private static void head(HttpServletResponse response, String type, int length) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.setContentType(type);
        response.setContentLength(length);
    }
}
