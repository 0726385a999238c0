package io.anteroom.webkit.asset;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files every page uses. Few and small enough to be kept in memory, packed once. */
public final class Assets {

    private static final String JARS = "/META-INF/resources/webjars/";
    private static final String CSS = "text/css;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final Map<String, Asset> BY_NAME = Stream.of(
                    Asset.read(
                            "tabler.css",
                            CSS,
                            JARS + "tabler__core/1.4.0/dist/css/tabler.min.css",
                            DarkTabler::withRules),
                    Asset.read(
                            "tabler.rtl.css",
                            CSS,
                            JARS + "tabler__core/1.4.0/dist/css/tabler.rtl.min.css",
                            DarkTabler::withRules),
                    Asset.read("htmx.js", SCRIPT, JARS + "htmx.org/2.0.10/dist/htmx.min.js"),
                    Asset.join("anteroom.css", CSS, "base.css", "portal.css", "staff.css", "calendar.css", "paper.css"),
                    Asset.read("anteroom.js", SCRIPT, "anteroom.js"),
                    Asset.read("passkey.js", SCRIPT, "passkey.js"),
                    Asset.read("effort.js", SCRIPT, "effort.js"),
                    Asset.read("device-time.js", SCRIPT, "device-time.js"),
                    Asset.read("questionnaire.js", SCRIPT, "questionnaire.js"),
                    Asset.read("upload.js", SCRIPT, "upload.js"),
                    Asset.read("signature.js", SCRIPT, "signature.js"),
                    Asset.read("staff.js", SCRIPT, "staff.js"),
                    Asset.join("calendar.js", SCRIPT, "calendar-live.js", "calendar-move.js"),
                    Asset.read("favicon.svg", "image/svg+xml", "favicon.svg"))
            .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));

    private static final Map<String, Asset> BY_URL =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(Asset::url, Function.identity()));

    private Assets() {}

    /**
     * The address of the file {@code name}, on any host.
     *
     * @throws NullPointerException if there is none
     */
    public static String url(String name) {
        return Objects.requireNonNull(BY_NAME.get(name), name).url();
    }

    static Optional<Asset> at(String url) {
        return Optional.ofNullable(BY_URL.get(url));
    }
}
