package io.anteroom.server.observability;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who comes most often, told from a bounded number of counts, after Metwally, Agrawal and El Abbadi, "Efficient Computation
 * of Frequent and Top-k Elements in Data Streams" (2005): who is not counted takes the place, and the count, of who
 * came least. Whoever comes more often than one time in {@code capacity} is among the counted. Not thread-safe.
 */
final class HeavyHitters {

    private final int capacity;
    private final Map<String, Long> counts = new HashMap<>();

    HeavyHitters(int capacity) {
        this.capacity = capacity;
    }

    void add(String who) {
        Long known = counts.get(who);
        if (known != null) {
            counts.put(who, known + 1);
        } else if (counts.size() < capacity) {
            counts.put(who, 1L);
        } else {
            Map.Entry<String, Long> least =
                    counts.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow();
            counts.remove(least.getKey());
            counts.put(who, least.getValue() + 1);
        }
    }

    /** At most this often {@code who} came of late. */
    long count(String who) {
        return counts.getOrDefault(who, 0L);
    }

    /** The {@code number} who came most often, most often first. */
    List<String> top(int number) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(number)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lets the past count half. */
    void fade() {
        counts.replaceAll((who, count) -> count / 2);
        counts.values().removeIf(count -> count == 0);
    }
}
