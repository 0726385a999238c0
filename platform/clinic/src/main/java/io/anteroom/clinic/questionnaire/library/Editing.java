package io.anteroom.clinic.questionnaire.library;

import io.anteroom.clinic.questionnaire.definition.Enabling;
import io.anteroom.clinic.questionnaire.definition.Item;
import io.anteroom.clinic.questionnaire.definition.Questionnaire;
import io.anteroom.clinic.questionnaire.definition.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Does one {@link Edit} to a questionnaire, or says why not. */
final class Editing {

    private final Questionnaire form;

    Editing(Questionnaire form) {
        this.form = form;
    }

    /** What an edit makes of a questionnaire. */
    sealed interface Outcome {

        /** The changed questionnaire, and the link id of the item it was about. */
        record Changed(Questionnaire form, String linkId) implements Outcome {}

        /** Nothing, for that reason. */
        record Refused(String why) implements Outcome {}

        /** Nothing: it is not what was seen. */
        record Stale() implements Outcome {}

        /** Nothing: there is no such item. */
        record Missing() implements Outcome {}
    }

    Outcome apply(Edit edit) {
        try {
            return switch (edit) {
                case Edit.Add add -> add(add);
                case Edit.Replace replace -> replace(replace);
                case Edit.Move move -> move(move);
                case Edit.Duplicate duplicate -> duplicate(duplicate);
                case Edit.Delete delete -> delete(delete);
                case Edit.Heading heading -> heading(heading);
                case Edit.Totals totals -> totals(totals);
            };
        } catch (IllegalArgumentException e) {
            // The model says what doesn't hold together.
            return new Outcome.Refused(e.getMessage() == null ? "This does not hold together" : e.getMessage());
        }
    }

    private Outcome add(Edit.Add add) {
        Item item = Tree.copy(form, add.item());
        return switch (add.place()) {
            case Edit.Place.Last() -> changed(Tree.append(form.items(), item), item.linkId());
            case Edit.Place.Behind(String other) ->
                form.item(other).isEmpty()
                        ? new Outcome.Missing()
                        : changed(Tree.change(form.items(), other, found -> List.of(found, item)), item.linkId());
            case Edit.Place.Within(String other) -> {
                Item parent = form.item(other).orElse(null);
                if (parent == null) {
                    yield new Outcome.Missing();
                }
                yield Tree.holdsOthers(parent) ? inside(form.items(), other, item) : cannotHold(parent);
            }
        };
    }

    private Outcome inside(List<Item> items, String parent, Item item) {
        return changed(
                Tree.change(items, parent, found -> List.of(Tree.within(found, Tree.append(found.items(), item)))),
                item.linkId());
    }

    private static Outcome cannotHold(Item parent) {
        return new Outcome.Refused(
                parent instanceof Item.Display
                        ? "A text that asks nothing cannot hold other items. Put them into a group"
                        : "A question with several answers cannot hold other items. Put them into a group");
    }

    private Outcome replace(Edit.Replace replace) {
        String linkId = replace.item().linkId();
        Item stored = form.item(linkId).orElse(null);
        if (stored == null) {
            return new Outcome.Missing();
        }
        if (replace.seen() != null && !replace.seen().equals(Fingerprint.of(stored))) {
            return new Outcome.Stale();
        }
        if (!stored.items().isEmpty() && !Tree.holdsOthers(replace.item())) {
            return new Outcome.Refused("Move out what is nested in it first: " + Words.list(stored.items()));
        }
        Item wanted = Tree.within(replace.item(), stored.items());
        if (wanted instanceof Item.Group && wanted.items().isEmpty()) {
            return new Outcome.Refused("A group needs something in it. Add a group, and move this question into it");
        }
        List<Item> dependent = form.allItems().stream()
                .filter(item -> Conditions.broken(item, stored, wanted))
                .toList();
        if (!dependent.isEmpty()) {
            return new Outcome.Refused(
                    "Others are asked depending on an answer that could not be given any more. Change their conditions"
                            + " first: " + Words.list(dependent));
        }
        return changed(Tree.change(form.items(), linkId, _ -> List.of(wanted)), linkId);
    }

    private Outcome move(Edit.Move move) {
        Tree.Spot spot = Tree.find(form, move.linkId());
        if (spot == null) {
            return new Outcome.Missing();
        }
        return switch (move.direction()) {
            case UP -> swap(spot, spot.index() - 1);
            case DOWN -> swap(spot, spot.index() + 1);
            case IN -> in(spot);
            case OUT -> out(spot);
        };
    }

    private Outcome swap(Tree.Spot spot, int with) {
        if (with < 0 || with >= spot.siblings().size()) {
            return new Outcome.Refused(with < 0 ? "It is the first already" : "It is the last already");
        }
        var order = new ArrayList<>(spot.siblings());
        order.set(spot.index(), spot.siblings().get(with));
        order.set(with, spot.item());
        Item parent = spot.parent();
        return changed(
                parent == null
                        ? order
                        : Tree.change(form.items(), parent.linkId(), found -> List.of(Tree.within(found, order))),
                spot.item().linkId());
    }

    private Outcome in(Tree.Spot spot) {
        if (spot.index() == 0) {
            return new Outcome.Refused("There is nothing above it that it could go into");
        }
        Item above = spot.siblings().get(spot.index() - 1);
        return Tree.holdsOthers(above) ? inside(without(spot.item()), above.linkId(), spot.item()) : cannotHold(above);
    }

    private Outcome out(Tree.Spot spot) {
        Item parent = spot.parent();
        if (parent == null) {
            return new Outcome.Refused("It is not nested in anything");
        }
        if (parent instanceof Item.Group && parent.items().size() == 1) {
            return new Outcome.Refused("It is all that its group holds. Put something else into the group first");
        }
        return changed(
                Tree.change(without(spot.item()), parent.linkId(), found -> List.of(found, spot.item())),
                spot.item().linkId());
    }

    private Outcome duplicate(Edit.Duplicate duplicate) {
        Item found = form.item(duplicate.linkId()).orElse(null);
        if (found == null) {
            return new Outcome.Missing();
        }
        Item copy = Tree.copy(form, found);
        return changed(Tree.change(form.items(), found.linkId(), one -> List.of(one, copy)), copy.linkId());
    }

    private Outcome delete(Edit.Delete delete) {
        Tree.Spot spot = Tree.find(form, delete.linkId());
        if (spot == null) {
            return new Outcome.Missing();
        }
        if (delete.seen() != null && !delete.seen().equals(Fingerprint.of(spot.item()))) {
            return new Outcome.Stale();
        }
        Item parent = spot.parent();
        if (spot.siblings().size() == 1 && (parent == null || parent instanceof Item.Group)) {
            return new Outcome.Refused(
                    parent == null
                            ? "A questionnaire needs something in it. Add something else first"
                            : "It is all that its group holds. Delete the group");
        }
        Set<String> goes = Tree.linkIds(spot.item());
        List<Item> dependent = form.allItems().stream()
                .filter(item -> !goes.contains(item.linkId()) && dependsOn(item, goes))
                .toList();
        if (!dependent.isEmpty()) {
            return new Outcome.Refused(
                    "Others are asked depending on it. Change their conditions first: " + Words.list(dependent));
        }
        for (Total total : form.totals()) {
            if (total.group() != null && goes.contains(total.group())) {
                return new Outcome.Refused(
                        "The total " + total.name() + " adds up its answers. Change the total first");
            }
        }
        return changed(without(spot.item()), "");
    }

    private static boolean dependsOn(Item item, Set<String> linkIds) {
        Enabling enabling = item.head().enabling();
        return enabling != null
                && enabling.conditions().stream().anyMatch(condition -> linkIds.contains(condition.question()));
    }

    private Outcome heading(Edit.Heading heading) {
        if (stale(heading.seen(), Fingerprint.ofHeading(form))) {
            return new Outcome.Stale();
        }
        return new Outcome.Changed(
                new Questionnaire(
                        heading.title(), heading.description(), heading.language(), form.items(), form.totals()),
                "");
    }

    private Outcome totals(Edit.Totals totals) {
        if (stale(totals.seen(), Fingerprint.ofTotals(form))) {
            return new Outcome.Stale();
        }
        return new Outcome.Changed(
                new Questionnaire(form.title(), form.description(), form.language(), form.items(), totals.totals()),
                "");
    }

    private static boolean stale(@Nullable String seen, String stored) {
        return seen != null && !seen.equals(stored);
    }

    private List<Item> without(Item item) {
        return Tree.change(form.items(), item.linkId(), _ -> List.of());
    }

    private Outcome changed(List<Item> items, String linkId) {
        return new Outcome.Changed(Tree.with(form, items), linkId);
    }
}
