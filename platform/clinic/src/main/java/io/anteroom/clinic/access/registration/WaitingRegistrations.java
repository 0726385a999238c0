package io.anteroom.clinic.access.registration;

import io.anteroom.clinic.reading.WaitingThings;
import org.springframework.stereotype.Component;

/** Accounts that people opened by themselves, and of which nobody has said whose they are. */
@Component
class WaitingRegistrations implements WaitingThings {

    @Override
    public String kind() {
        return "registrations";
    }

    @Override
    public String count() {
        return "select count(*) from __tenant__.registration r join __tenant__.portal_account a on a.id = r.account_id"
                + " where r.state = 'open' and a.closed_at is null";
    }
}
