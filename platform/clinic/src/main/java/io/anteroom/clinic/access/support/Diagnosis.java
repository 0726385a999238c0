package io.anteroom.clinic.access.support;

import io.anteroom.clinic.access.CredentialChannel;
import io.anteroom.clinic.access.session.SignInMethod;
import io.anteroom.clinic.access.support.SignInWays.Seeing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is wrong now: first what holds for everybody, then what is shut, then how the last try went.
 *
 * @param portalOn whether the clinic's portal is switched on
 * @param codesTo where the clinic sends codes
 */
record Diagnosis(boolean portalOn, Set<CredentialChannel> codesTo) {

    Diagnosis {
        codesTo = Set.copyOf(codesTo);
    }

    Finding of(Seeing account) {
        if (!portalOn) {
            return new Finding.PortalOff();
        } else if (account.ways().isEmpty()) {
            return new Finding.NothingSet();
        }
        var open = account.ways().stream()
                .filter(way -> codesTo.contains(way.address().channel()))
                .toList();
        return open.isEmpty()
                ? new Finding.NoCodesThere()
                : locked(open)
                        .or(() -> secondLocked(open))
                        .or(() -> otherLocked(account.ways()))
                        .or(() -> lastTry(account, open))
                        .orElseGet(() -> inOrNotTried(account));
    }

    private static Optional<Finding> locked(List<SignInWay> ways) {
        return ways.stream()
                .filter(way -> way.lockedUntil() != null)
                .<Finding>map(way -> new Finding.Locked(way.address(), Objects.requireNonNull(way.lockedUntil())))
                .findFirst();
    }

    private static Optional<Finding> secondLocked(List<SignInWay> ways) {
        return ways.stream()
                .flatMap(way -> Optional.ofNullable(way.second())
                        .filter(second -> second.usedUp() || second.lockedUntil() != null)
                        .<Finding>map(second ->
                                new Finding.SecondLocked(way.address(), second.usedUp() ? null : second.lockedUntil()))
                        .stream())
                .findFirst();
    }

    private static Optional<Finding> otherLocked(List<SignInWay> ways) {
        return ways.stream()
                .flatMap(way -> Stream.of(
                        otherLocked(SignInMethod.PASSWORD, way, way.passwordsLockedUntil()),
                        otherLocked(SignInMethod.RECOVERY_CODE, way, way.printedLockedUntil())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Finding> otherLocked(SignInMethod method, SignInWay way, @Nullable Instant until) {
        return Optional.ofNullable(until).map(time -> new Finding.OtherLocked(method, way.address(), time));
    }

    private static Optional<Finding> lastTry(Seeing account, List<SignInWay> ways) {
        return ways.stream()
                .filter(way -> way.last() != null)
                .max(Comparator.comparing(
                        way -> Objects.requireNonNull(way.last()).at()))
                .filter(way -> account.lastIn() == null
                        || account.lastIn()
                                .isBefore(Objects.requireNonNull(way.last()).at()))
                .map(way -> finding(way, Objects.requireNonNull(way.last())));
    }

    private static Finding finding(SignInWay way, SignInTry last) {
        return switch (last.state()) {
            case ENTERED -> new Finding.In(last.at());
            case HALF_WAY -> new Finding.PasswordMissing(way.address(), last.at());
            case UNDELIVERED -> new Finding.Undelivered(way.address(), last.at(), last.reason());
            case HELD_BACK -> new Finding.HeldBack(way.address(), last.at());
            case BEING_SENT -> new Finding.OnItsWay(way.address(), last.at());
            case SENT, NOT_SET_THEN, BURNED, OVER ->
                last.waiting()
                        ? new Finding.Waiting(last.signIn(), way.address(), last.at(), last.state(), way.verified())
                        : new Finding.GaveUp(way.address(), last.at(), last.state());
        };
    }

    private static Finding inOrNotTried(Seeing account) {
        return account.lastIn() == null ? new Finding.NotTried() : new Finding.In(account.lastIn());
    }
}
