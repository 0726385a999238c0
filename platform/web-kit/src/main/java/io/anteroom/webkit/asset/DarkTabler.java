package io.anteroom.webkit.asset;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tabler turns dark where an attribute says so, which takes a script. We want it dark where the system is, so its dark
 * rules are repeated behind its others, for that case.
 */
final class DarkTabler {

    /** {@code [data-bs-theme=dark],body... {...}}, and the same with what stands inside, as {@code .form-select}. */
    private static final Pattern RULE =
            Pattern.compile("(?<=})\\[data-bs-theme=dark]([^,{}]*)(?:,body[^,{}]*)?\\{([^{}]*)}");

    private DarkTabler() {}

    static byte[] withRules(byte[] sheet) {
        String css = new String(sheet, StandardCharsets.UTF_8);
        String dark = RULE.matcher(css)
                .results()
                .map(rule -> ":root" + rule.group(1) + "{" + rule.group(2) + "}")
                .collect(Collectors.joining());
        return (css + "@media (prefers-color-scheme:dark){" + dark + "}").getBytes(StandardCharsets.UTF_8);
    }
}
