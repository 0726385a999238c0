package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.identity.IdentityProvider;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.TenantId;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/** Blows at the n-th moment at which a process could die: before and after each transaction and each call to the outside. */
class Fuse {

    /** The process is gone: nothing catches it, nothing is recorded. */
    static class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private int left;

    Fuse(int moment) {
        left = moment;
    }

    private void burn() {
        if (--left == 0) {
            throw new Killed();
        }
    }

    private <T> T around(Supplier<T> work) {
        burn();
        T result = work.get();
        burn();
        return result;
    }

    TransactionOperations in(TransactionOperations transactions) {
        return new TransactionOperations() {
            @Override
            public <T extends @org.jspecify.annotations.Nullable Object> T execute(TransactionCallback<T> action) {
                return around(() -> transactions.execute(action));
            }
        };
    }

    IdentityProvider in(IdentityProvider identities) {
        return new IdentityProvider() {
            @Override
            public String organisation(TenantId tenant, Slug slug, String name) {
                return around(() -> identities.organisation(tenant, slug, name));
            }

            @Override
            public String owner(String organisation, EmailAddress email, String name) {
                return around(() -> identities.owner(organisation, email, name));
            }

            @Override
            public Optional<URI> firstPasswordLink(String user, URI landing) {
                return around(() -> identities.firstPasswordLink(user, landing));
            }
        };
    }
}
