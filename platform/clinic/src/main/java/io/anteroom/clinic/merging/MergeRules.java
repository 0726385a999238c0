package io.anteroom.clinic.merging;

import io.anteroom.clinic.access.AuthenticationSettings;
import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.grant.Relationship;
import io.anteroom.clinic.merging.MergePlan.AccountPlan;
import io.anteroom.clinic.merging.MergeSide.Opening;
import io.anteroom.clinic.merging.MergeSide.OwnAccount;
import io.anteroom.clinic.merging.MergeSide.SignsInWith;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of two records. To show one person's record to another is the worst that can come of it, so whatever shows
 * two people refuses, nobody's access grows deeper, and of two accounts the one stays that somebody uses.
 */
final class MergeRules {

    private MergeRules() {}

    static MergePlan of(MergeSide stays, MergeSide goes, AuthenticationSettings settings) {
        var account = accounts(stays.own(), goes.own());
        var ending = new ArrayList<Opening>();
        var moving = new ArrayList<Opening>();
        stays.openings().stream()
                .filter(opening -> account.closes(opening.account()))
                .forEach(ending::add);
        for (var opening : goes.openings()) {
            boolean ends = account.closes(opening.account())
                    || stays.of(opening.account()).isPresent();
            (ends ? ending : moving).add(opening);
        }
        var details = MergedDetails.of(stays.details(), goes.details());
        var refusals = new ArrayList<Refusal>();
        refusals.addAll(ofTwoPeople(stays, goes));
        refusals.addAll(ofAccess(stays, account, moving, settings));
        payment(stays, goes).ifPresent(refusals::add);
        if (details.alertsTooLong()) {
            refusals.add(new Refusal.AlertsTooLong());
        }
        return new MergePlan(
                stays,
                goes,
                account,
                moving,
                ending,
                details.details(),
                details.taken(),
                details.left(),
                refusals,
                MergedDetails.doubts(stays.details(), goes.details()));
    }

    private static AccountPlan accounts(@Nullable OwnAccount stays, @Nullable OwnAccount goes) {
        if (goes == null || stays == null) {
            return new AccountPlan(
                    stays == null ? goes : stays, stays == null && goes != null, null, List.of(), List.of());
        }
        if (stays.account().equals(goes.account())) {
            return new AccountPlan(stays, false, null, List.of(), List.of());
        }
        boolean keepsThatOfGoes = goes.isUsed() && !stays.isUsed();
        var keeps = keepsThatOfGoes ? goes : stays;
        var closes = keepsThatOfGoes ? stays : goes;
        Set<CredentialChannel> has = keeps.credentials().stream()
                .map(credential -> credential.address().channel())
                .collect(Collectors.toSet());
        Predicate<SignsInWith> moves =
                credential -> !has.contains(credential.address().channel());
        return new AccountPlan(
                keeps,
                keepsThatOfGoes,
                closes,
                closes.credentials().stream().filter(moves).toList(),
                closes.credentials().stream().filter(moves.negate()).toList());
    }

    private static List<Refusal> ofTwoPeople(MergeSide stays, MergeSide goes) {
        var refusals = new ArrayList<Refusal>();
        if (!stays.details().birthDate().equals(goes.details().birthDate())) {
            refusals.add(new Refusal.OtherBirthDate());
        }
        goes.openings().stream()
                .filter(opening -> stays.of(opening.account())
                        .filter(other -> isOwn(other) != isOwn(opening))
                        .isPresent())
                .map(opening -> new Refusal.OneActsForTheOther(name(opening)))
                .forEach(refusals::add);
        return refusals;
    }

    private static List<Refusal> ofAccess(
            MergeSide stays, AccountPlan account, List<Opening> moving, AuthenticationSettings settings) {
        var refusals = new ArrayList<Refusal>();
        var closes = account.closes();
        if (closes != null && closes.isUsed()) {
            refusals.add(new Refusal.BothSignIn());
        }
        if (closes != null && !closes.otherRecords().isEmpty()) {
            refusals.add(new Refusal.ClosedAccountOpensOthers(closes.otherRecords()));
        }
        Set<String> open = Stream.concat(
                        stays.openings().stream().filter(opening -> !account.closes(opening.account())),
                        moving.stream())
                .map(opening -> opening.account() + " " + name(opening))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (settings.oneAccountPerRecord() && open.size() > 1) {
            refusals.add(new Refusal.TooManyAccounts(open.stream()
                    .map(one -> one.substring(one.indexOf(' ') + 1))
                    .toList()));
        }
        return refusals;
    }

    private static Optional<Refusal> payment(MergeSide stays, MergeSide goes) {
        return Stream.of(stays.money().underwayUntil(), goes.money().underwayUntil())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(Refusal.PaymentUnderway::new);
    }

    private static boolean isOwn(Opening opening) {
        return opening.terms().relationship() == Relationship.SELF;
    }

    private static String name(Opening opening) {
        return Objects.requireNonNullElse(opening.name(), "somebody without a name here");
    }
}
