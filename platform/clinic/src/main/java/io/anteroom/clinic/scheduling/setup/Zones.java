package io.anteroom.clinic.scheduling.setup;

import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The time zones that a location may be in: those named by a place, without the many old names of the same. */
public final class Zones {

    private static final SortedSet<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(name ->
                    name.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .collect(Collectors.toCollection(TreeSet::new));

    private Zones() {}

    /** Their names, as {@code Europe/Berlin}, in order. */
    public static SortedSet<String> names() {
        return new TreeSet<>(NAMES);
    }
}
