package io.anteroom.clinic.profile.preference;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a patient wishes to be reached.
 *
 * @param reminders by what to be reminded; empty for no reminders at all
 * @param news by what to be told first what was done with an appointment; the other is used where there is no such address
 * @param quiet when not to be reminded, beside the clinic's own quiet hours
 * @param version counts the changes; a form carries it
 */
public record Preferences(
        Set<Way> reminders, Way news, @Nullable OwnQuietHours quiet, int version) {

    /** Of whoever has said nothing. */
    public static final Preferences USUAL = new Preferences(EnumSet.allOf(Way.class), Way.EMAIL, null, 0);

    /** Copies the set. */
    public Preferences {
        reminders = Set.copyOf(reminders);
    }

    /** Whether they say the same, whenever it was said. */
    public boolean sameAs(Preferences other) {
        return words().equals(other.words());
    }

    /** What they say, for the audit log and to compare what two people wanted. */
    Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put(
                "Reminders",
                reminders.isEmpty()
                        ? "none"
                        : reminders.stream().sorted().map(Preferences::word).collect(Collectors.joining(" and ")));
        words.put("News", word(news));
        words.put("Quiet hours", quiet == null ? "the clinic's" : quiet.toString());
        return words;
    }

    private static String word(Way way) {
        return way == Way.EMAIL ? "email" : "text message";
    }
}
