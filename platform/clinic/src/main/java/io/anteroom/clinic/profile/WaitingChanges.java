package io.anteroom.clinic.profile;

import io.anteroom.clinic.reading.WaitingThings;
import org.springframework.stereotype.Component;

/** Wishes to have contact details changed that staff have yet to answer. */
@Component
class WaitingChanges implements WaitingThings {

    @Override
    public String kind() {
        return "profile-changes";
    }

    @Override
    public String count() {
        return "select count(*) from __tenant__.profile_change where state = 'waiting'";
    }
}
