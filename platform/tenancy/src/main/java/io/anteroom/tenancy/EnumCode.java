package io.anteroom.tenancy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Constants as columns and addresses write them: {@code NAME_DESCENDING} is {@code name-descending}. */
public final class EnumCode {

    private EnumCode() {}

    /** The code of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that a column of ours names.
     *
     * @throws IllegalArgumentException for a code nobody could have stored
     */
    public static <E extends Enum<E>> E read(Class<E> type, String stored) {
        return Enum.valueOf(type, stored.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The constant of that code, or nothing for a code we don't know. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> of(constant).equals(code))
                .findFirst();
    }
}
