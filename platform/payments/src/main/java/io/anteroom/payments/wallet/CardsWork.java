package io.anteroom.payments.wallet;

import io.anteroom.tenancy.work.WorkHandler;

/** Reads a customer's cards again, after Stripe said that something changed or did not answer to a change. */
public final class CardsWork implements WorkHandler {

    /** The kind of this work; it refers to a customer at Stripe. */
    public static final String KIND = "stripe-cards";

    private final Customers customers;

    CardsWork(Customers customers) {
        this.customers = customers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Reads the customer's cards again.
     *
     * @throws IllegalStateException where Stripe does not answer, so that the worker asks again
     */
    @Override
    public void handle(String ref) {
        customers.ofCustomer(ref).ifPresent(owner -> {
            if (customers.refresh(owner).isEmpty()) {
                throw new IllegalStateException("Stripe does not tell which cards there are");
            }
        });
    }
}
