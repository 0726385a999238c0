package io.anteroom.clinic.questionnaire.logic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an answer belongs: to an item, and to which occurrence of each repeated group around it. In text {@code 0.2:dose}, or
 * {@code :dose} where nothing around repeats.
 *
 * @param occurrences from the outermost repeated group to the innermost, a repeated group's own included; numbers that need not follow
 *     each other
 * @param linkId of the item
 */
public record ItemPath(List<Integer> occurrences, String linkId) {

    /** The highest number of an occurrence. */
    public static final int LAST_OCCURRENCE = 9_999;

    private static final Pattern FORM = Pattern.compile("((?:\\d{1,4}(?:\\.\\d{1,4})*)?):(.+)", Pattern.DOTALL);

    public ItemPath {
        occurrences = List.copyOf(occurrences);
    }

    /** Of an item with nothing repeated around it. */
    public static ItemPath of(String linkId) {
        return new ItemPath(List.of(), linkId);
    }

    /** Reads what {@link #toString()} wrote. */
    public static Optional<ItemPath> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = matcher.group(1).isEmpty()
                ? List.of()
                : Stream.of(matcher.group(1).split("\\.")).map(Integer::valueOf).toList();
        return Optional.of(new ItemPath(numbers, matcher.group(2)));
    }

    /** The same occurrences and one more, of another item. */
    ItemPath within(int occurrence, String item) {
        var more = new ArrayList<>(occurrences);
        more.add(occurrence);
        return new ItemPath(more, item);
    }

    ItemPath to(String item) {
        return new ItemPath(occurrences, item);
    }

    @Override
    public String toString() {
        return occurrences.stream().map(String::valueOf).collect(Collectors.joining(".")) + ":" + linkId;
    }
}
