package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.AnswerKind;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Option;
import io.anteroom.clinic.questionnaire.definition.Value;
import io.anteroom.clinic.scheduling.setup.Typed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the options of a choice: the rows of those that are there, and a box for more, one on each line with what it counts behind
 * an equals sign. An option whose text is changed keeps its code, so that conditions and answers still mean it.
 */
final class OptionRows {

    private static final Pattern COUNTED = Pattern.compile("(.*\\S)\\s*=\\s*(-?[0-9]{1,6}(\\.[0-9]{1,4})?)");
    private static final int LONGEST = 500;

    private final ItemForm form;
    private final Typed typed;
    private final List<Option> stored;

    OptionRows(ItemForm form, Typed typed, @Nullable Item item) {
        this.form = form;
        this.typed = typed;
        this.stored = item instanceof Item.Question question && question.kind() instanceof AnswerKind.Choice choice
                ? choice.options()
                : List.of();
    }

    private final Set<String> codes = new HashSet<>();

    private record Placed(double place, Option option) {}

    List<Option> read() {
        stored.forEach(option -> {
            if (option.value() instanceof Value.Coded coded) {
                codes.add(coded.code());
            }
        });
        var found = new ArrayList<Placed>();
        for (int row : form.options()) {
            String text = typed.line("option" + row, LONGEST);
            if (!text.isEmpty()) {
                found.add(new Placed(place(row), option(row, text)));
            }
        }
        found.sort(Comparator.comparingDouble(Placed::place));
        var options = new ArrayList<>(found.stream().map(Placed::option).toList());
        more(options);
        if (options.size() > ItemForm.MOST_OPTIONS) {
            typed.wrong("more", "Enter at most " + ItemForm.MOST_OPTIONS + " answers");
        }
        Set<String> texts = new HashSet<>();
        for (Option option : options) {
            if (!texts.add(ValueText.of(option.value()))) {
                typed.wrong("options", "Two answers read the same: " + ValueText.of(option.value()));
            }
        }
        return options;
    }

    private double place(int row) {
        return ValueText.number(form.text("place" + row))
                .map(BigDecimal::doubleValue)
                .orElse((double) row + 1);
    }

    private Option option(int row, String text) {
        BigDecimal weight = null;
        if (!form.text("weight" + row).isBlank()) {
            weight = ValueText.number(form.text("weight" + row)).orElse(null);
            if (weight == null) {
                typed.wrong("options", "Enter a number for what \u201c" + text + "\u201d counts");
            }
        }
        return new Option(value(row, text), weight, typed.ticked("exclusive" + row), typed.ticked("chosen" + row));
    }

    private Value value(int row, String text) {
        if (row >= stored.size()) {
            return fresh(text);
        }
        Value was = stored.get(row).value();
        if (ValueText.of(was).equals(text)) {
            return was;
        }
        return was instanceof Value.Coded coded
                ? new Value.Coded(coded.system(), coded.code(), text)
                : new Value.Text(text);
    }

    private void more(List<Option> options) {
        for (String line : typed.lines("more", 20_000).lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            Matcher counted = COUNTED.matcher(line);
            boolean counts = counted.matches();
            String text = counts ? counted.group(1) : line;
            if (text.length() > LONGEST) {
                typed.wrong("more", "Shorten each answer to " + LONGEST + " characters or fewer");
                return;
            }
            options.add(new Option(fresh(text), counts ? new BigDecimal(counted.group(2)) : null, false, false));
        }
    }

    /** A new option has a code of its own at once, so that its text can be changed later. */
    private Value fresh(String text) {
        int number = codes.size() + 1;
        while (!codes.add("a" + number)) {
            number++;
        }
        return new Value.Coded(null, "a" + number, text);
    }
}
