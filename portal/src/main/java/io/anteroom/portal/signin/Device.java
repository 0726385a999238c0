package io.anteroom.portal.signin;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/** What a browser calls itself, in words people know: {@code Safari on iPhone}. A guess, never a proof. */
final class Device {

    /** In this order, since later ones also claim to be earlier ones. */
    private static final List<Entry<String, String>> BROWSERS = List.of(
            entry("Edg", "Edge"),
            entry("OPR/", "Opera"),
            entry("SamsungBrowser", "Samsung Internet"),
            entry("Firefox", "Firefox"),
            entry("FxiOS", "Firefox"),
            entry("CriOS", "Chrome"),
            entry("Chrome", "Chrome"),
            entry("Safari", "Safari"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(
            entry("iPhone", "iPhone"),
            entry("iPad", "iPad"),
            entry("Android", "Android"),
            entry("Windows", "Windows"),
            entry("CrOS", "Chromebook"),
            entry("Macintosh", "Mac"),
            entry("Linux", "Linux"));

    private Device() {}

    static String of(@Nullable String userAgent) {
        var text = userAgent == null ? "" : userAgent;
        return first(BROWSERS, text, "A browser") + " on " + first(SYSTEMS, text, "an unknown device");
    }

    private static String first(List<Entry<String, String>> names, String text, String otherwise) {
        return names.stream()
                .filter(name -> text.contains(name.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Entry<String, String> entry(String mark, String name) {
        return Map.entry(mark, name);
    }
}
