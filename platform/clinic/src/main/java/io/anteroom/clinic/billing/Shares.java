package io.anteroom.clinic.billing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An amount shared out in proportion, to the minor unit and to the last one: each gets its share rounded down, and what is
 * left goes one by one to the largest remainders, the earlier first where they are equal.
 */
public final class Shares {

    private Shares() {}

    /**
     * The shares of {@code amount}; none is more than its weight, and they add up.
     *
     * @param amount 0 up to the sum of the weights
     * @param weights none below 0
     * @throws IllegalArgumentException if there is less than {@code amount} to share it over
     */
    public static List<Long> of(long amount, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (amount < 0 || BigInteger.valueOf(amount).compareTo(sum) > 0) {
            throw new IllegalArgumentException("There is too little to share this over");
        }
        if (amount == 0) {
            return weights.stream().map(_ -> 0L).toList();
        }
        List<BigInteger[]> parts = weights.stream()
                .map(weight -> BigInteger.valueOf(weight)
                        .multiply(BigInteger.valueOf(amount))
                        .divideAndRemainder(sum))
                .toList();
        List<Long> shares = new ArrayList<>(
                parts.stream().map(part -> part[0].longValueExact()).toList());
        long left = amount - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> parts.get(index)[1])
                        .reversed())
                .limit(left)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return List.copyOf(shares);
    }
}
