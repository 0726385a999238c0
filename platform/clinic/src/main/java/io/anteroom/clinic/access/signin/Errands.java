package io.anteroom.clinic.access.signin;

import io.anteroom.clinic.access.credential.Credentials;
import io.anteroom.clinic.access.errand.Errand;
import io.anteroom.clinic.access.errand.ErrandResult;
import io.anteroom.clinic.access.errand.SignInErrand;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What sign-ins are for besides signing in, and who knows about it. */
@Component
class Errands {

    private final ObjectProvider<SignInErrand> kinds;
    private final Credentials credentials;

    Errands(ObjectProvider<SignInErrand> kinds, Credentials credentials) {
        this.kinds = kinds;
        this.credentials = credentials;
    }

    /** Whether {@code signIn} is for something that whoever has the address may still do. */
    boolean openFor(SignIn signIn) {
        var errand = signIn.errand();
        return errand != null && kind(errand).isOpen(errand.ref(), signIn.address());
    }

    /** Whether {@code signIn} is for something that anybody may begin, with any address. */
    boolean isOfNewcomer(SignIn signIn) {
        var errand = signIn.errand();
        return errand != null && kind(errand).isForNewcomers();
    }

    /** Does what {@code signIn} is for; that has ended where the portal is off. */
    ErrandResult run(SignIn signIn, Errand errand) {
        return credentials.portalStaysOn()
                ? kind(errand).run(errand.ref(), signIn.address())
                : new ErrandResult.Ended();
    }

    private SignInErrand kind(Errand errand) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(errand.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody knows the errand " + errand.kind()));
    }
}
