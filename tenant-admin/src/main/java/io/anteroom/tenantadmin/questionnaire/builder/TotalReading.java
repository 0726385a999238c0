package io.anteroom.tenantadmin.questionnaire.builder;

import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Total;
import io.anteroom.clinic.questionnaire.library.Fingerprint;
import io.anteroom.clinic.scheduling.setup.Typed;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.form.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the form of totals, whose bands are lines such as {@code 0-4 minimal} and {@code !15+ severe}. */
public final class TotalReading {

    private static final String NUMBER = "(-?[0-9]{1,9}(?:\\.[0-9]{1,4})?)";
    private static final Pattern BAND = Pattern.compile("(!?)\\s*(?:" + NUMBER + "\\s*(?:-|to|\u2013)\\s*" + NUMBER
            + "|" + NUMBER + "\\+|<=\\s*" + NUMBER + ")\\s+(.{1,100})");
    private static final int MOST = 10;
    private static final int SPARE = 2;

    private TotalReading() {}

    /** How many totals the form has room for. */
    public static int rows(ItemForm form) {
        int filled = 0;
        while (filled < MOST && !form.text("name" + filled).isEmpty()) {
            filled++;
        }
        return Math.min(MOST, filled + SPARE);
    }

    /** What a total can add up. */
    public static List<Option> groups(Questionnaire form) {
        var options = new ArrayList<Option>();
        options.add(new Option("", "All answers"));
        form.allItems().stream()
                .filter(Item.Group.class::isInstance)
                .forEach(group -> options.add(new Option(
                        group.linkId(), group.text().isBlank() ? group.linkId() : "Those in " + group.text())));
        return options;
    }

    static ItemForm stored(Questionnaire form) {
        var values = new ItemForm.Values().put("seen", Fingerprint.ofTotals(form));
        for (int i = 0; i < form.totals().size(); i++) {
            Total total = form.totals().get(i);
            values.put("name" + i, total.name())
                    .put("group" + i, total.group())
                    .put(
                            "bands" + i,
                            total.bands().stream().map(TotalReading::line).collect(Collectors.joining("\n")));
        }
        return new ItemForm(ItemKind.GROUP, values.map(), FormErrors.none(), null);
    }

    private static String line(Total.Band band) {
        String flag = band.flagged() ? "!" : "";
        BigDecimal from = band.from();
        BigDecimal to = band.to();
        if (from != null && to != null) {
            return flag + from.toPlainString() + "-" + to.toPlainString() + " " + band.name();
        }
        if (from != null) {
            return flag + from.toPlainString() + "+ " + band.name();
        }
        return flag + "<=" + (to == null ? "999999999" : to.toPlainString()) + " " + band.name();
    }

    /** The totals; what is wrong is noted with the form. */
    static List<Total> read(ItemForm form, Typed typed, Questionnaire of) {
        var totals = new ArrayList<Total>();
        for (int i = 0; i < MOST; i++) {
            String name = typed.line("name" + i, 100);
            if (name.isEmpty()) {
                continue;
            }
            String group = form.text("group" + i);
            if (!group.isEmpty() && of.item(group).isEmpty()) {
                typed.wrong("group" + i, "Choose again what it adds up");
            }
            totals.add(new Total(name, group.isEmpty() ? null : group, bands("bands" + i, typed)));
        }
        return totals;
    }

    private static List<Total.Band> bands(String field, Typed typed) {
        var bands = new ArrayList<Total.Band>();
        for (String line : typed.lines(field, 2_000).lines().toList()) {
            if (line.isBlank()) {
                continue;
            }
            Matcher band = BAND.matcher(line.strip());
            if (!band.matches()) {
                typed.wrong(field, "Write each range like 0-4 minimal, 15+ severe or <=3 low");
                return List.of();
            }
            BigDecimal from = number(band.group(2) == null ? band.group(4) : band.group(2));
            BigDecimal to = number(band.group(3) == null ? band.group(5) : band.group(3));
            if (from != null && to != null && to.compareTo(from) < 0) {
                typed.wrong(field, "In \u201c" + line + "\u201d the second number is less than the first");
                return List.of();
            }
            bands.add(new Total.Band(
                    from, to, band.group(6).strip(), !band.group(1).isEmpty()));
        }
        return bands;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
