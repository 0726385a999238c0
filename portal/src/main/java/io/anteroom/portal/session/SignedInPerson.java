package io.anteroom.portal.session;

import io.anteroom.portal.frame.SignedIn;
import io.anteroom.webkit.PortalPage.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the frame around a page whose name to show. */
@Component
class SignedInPerson implements SignedIn {

    @Override
    public Optional<Person> person() {
        return SessionFilter.chart().map(chart -> new Person(chart.actor().name(), null, null));
    }
}
