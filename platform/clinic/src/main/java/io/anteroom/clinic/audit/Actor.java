package io.anteroom.clinic.audit;

/** Who acts. Passed into every use case that leaves a trace, never looked up from the thread. */
public sealed interface Actor {

    /** What names the actor for good: a subject, an account's number, a job. */
    String id();

    /** What people call the actor; kept with each entry, since names change. */
    String name();

    /** A member of the clinic's staff; the id is Keycloak's subject. */
    record Staff(String id, String name) implements Actor {}

    /**
     * Somebody signed in to the portal.
     *
     * @param id the portal account's number
     */
    record PortalUser(String id, String name) implements Actor {}

    /** The platform by itself, such as a job or a payment provider's notice; the name says which. */
    @SuppressWarnings("AvoidCommonTypeNames")
    record System(String name) implements Actor {
        @Override
        public String id() {
            return name;
        }
    }

    /** An operator of the platform, by the clinic's leave. */
    record Operator(String id, String name) implements Actor {}
}
