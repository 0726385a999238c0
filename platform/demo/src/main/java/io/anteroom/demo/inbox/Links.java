package io.anteroom.demo.inbox;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the addresses in a plain text, so that they can be clicked. */
final class Links {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')\\]]+[^\\s<>\"')\\].,;]");

    private Links() {}

    static List<String> in(String text) {
        return LINK.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
