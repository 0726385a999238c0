package io.anteroom.clinic.scheduling.setup;

import io.anteroom.clinic.scheduling.setup.ServiceDetails.BookingRules;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Givers;
import io.anteroom.clinic.scheduling.setup.ServiceDetails.Timing;
import io.anteroom.messaging.Channel;
import io.anteroom.payments.Money;
import io.anteroom.payments.TypedAmount;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed about a service; what is wrong is in {@link Typed#faults()}.
 *
 * @param currency the clinic's, in which prices are meant
 * @param locale as prices are written at the clinic
 */
public record ServiceReader(Currency currency, Locale locale) {

    private static final long MOST_MINOR = 99_999_999;
    private static final int SHORTEST_REMINDER = 15;
    private static final Map<String, List<Channel>> WAYS = Map.of(
            "email", List.of(Channel.EMAIL),
            "text", List.of(Channel.SMS),
            "both", List.of(Channel.EMAIL, Channel.SMS));

    /** Reads all of it. */
    public ServiceDetails read(Typed typed) {
        String name = typed.line("name", 80, "Enter a name, as patients would call it");
        String description = typed.lines("description", 1_000);
        String preparation = typed.lines("preparation", 2_000);
        var timing = new Timing(
                typed.number("minutes", 5, 480, "minutes"),
                typed.number("before", 0, 120, "minutes"),
                typed.number("after", 0, 120, "minutes"));
        return new ServiceDetails(
                name,
                description,
                preparation,
                timing,
                money(typed, "price"),
                booking(typed),
                givers(typed),
                reminders(typed));
    }

    private BookingRules booking(Typed typed) {
        return new BookingRules(
                typed.ticked("online"),
                typed.ticked("online") && typed.ticked("forNewPatients"),
                typed.span("notice"),
                typed.span("cancelUntil"),
                typed.number("horizon", 1, 730, "days"),
                deposit(typed));
    }

    /** Up to four, each a way, {@code reminder1Way}, and a span of time, {@code reminder1}; without a way it is none. */
    private static List<ServiceReminder> reminders(Typed typed) {
        var found = new ArrayList<ServiceReminder>();
        for (int i = 1; i <= ServiceReminder.MOST; i++) {
            String field = "reminder" + i;
            List<Channel> ways = WAYS.getOrDefault(typed.raw(field + "Way"), List.of());
            if (!ways.isEmpty()) {
                int minutes = typed.span(field);
                if (minutes < SHORTEST_REMINDER
                        && typed.faults().stream()
                                .noneMatch(fault -> fault.field().equals(field))) {
                    typed.wrong(field, "Enter at least " + SHORTEST_REMINDER + " minutes");
                }
                ways.forEach(way -> found.add(new ServiceReminder(way, minutes)));
            }
        }
        return found;
    }

    private static Givers givers(Typed typed) {
        return new Givers(
                typed.ids("practitioner"), typed.ids("location"), typed.ticked("needsRoom"), typed.ids("room"));
    }

    /** What a card can pay, since it is always paid by card. */
    private @Nullable Money deposit(Typed typed) {
        Money deposit = money(typed, "deposit");
        return deposit == null || deposit.fitsACard()
                ? deposit
                : wrong(typed, "deposit", "Enter an amount that a card can pay, or leave it empty");
    }

    private @Nullable Money money(Typed typed, String field) {
        String text = typed.line(field, 40);
        if (text.isEmpty()) {
            return null;
        }
        return switch (Money.parse(text, currency, locale)) {
            case TypedAmount.Understood(Money money) when money.isNegative() -> wrong(typed, field, "Enter 0 or more");
            case TypedAmount.Understood(Money money)
            when money.minor() > MOST_MINOR ->
                wrong(typed, field, "Enter at most " + new Money(MOST_MINOR, currency).format(locale));
            case TypedAmount.Understood(Money money) -> money;
            case TypedAmount.NotUnderstood(TypedAmount.Reason reason) -> wrong(typed, field, words(field, reason));
        };
    }

    private String words(String field, TypedAmount.Reason reason) {
        return switch (reason) {
            case EMPTY, NOT_A_NUMBER ->
                "Enter the " + field + " as a number, like "
                        + new Money(8_400, currency).toMajor().toPlainString() + ", or leave it empty";
            case TOO_MANY_DECIMALS ->
                currency.getDefaultFractionDigits() == 0
                        ? "Enter the " + field + " without decimals"
                        : "Enter at most " + currency.getDefaultFractionDigits() + " decimals";
            case OTHER_CURRENCY -> "Enter the " + field + " in " + currency.getDisplayName(locale);
            case TOO_LARGE -> "Enter a smaller " + field;
        };
    }

    private static @Nullable Money wrong(Typed typed, String field, String message) {
        typed.wrong(field, message);
        return null;
    }
}
