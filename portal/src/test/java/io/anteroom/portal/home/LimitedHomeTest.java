package io.anteroom.portal.home;

import static io.anteroom.testing.Tenants.north;
import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.portal.SignedInFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitedHomeTest extends SignedInFixture {

    @BeforeEach
    void sheOpenedTheAccountHerself() {
        in(north(), () -> data.sql("""
                        insert into __tenant__.registration (account_id, given_name, family_name, birth_date, family_key,
                               given_key, channel, value, made_at, state)
                        values (?, 'Ann', 'Arbor', '1980-03-27', 'arbor', 'ann', 'email', 'ann@example.org', now(), 'open')""").param(account).update());
    }

    @Test
    void withoutARecordThePageShowsWhatSheEnteredAndNothingElse() {
        change("delete from __tenant__.access_grant");

        assertThat(get("/"))
                .hasStatusOk()
                .bodyText()
                .contains("It isn’t linked to a record yet", "Ann Arbor", "27 March 1980", "ann@example.org");
    }

    @Test
    void whoWasRefusedReadsTheWord() {
        change("delete from __tenant__.access_grant");
        change("update __tenant__.registration set state = 'refused', decided_at = now(), word = 'Call <us>'");

        assertThat(get("/")).bodyText().contains("has not linked your account", "Call &lt;us&gt;");
    }

    @Test
    void joinedWithLimitedAccessThePageSaysWhatThatIs() {
        change("update __tenant__.access_grant set level = 'limited'");

        assertThat(get("/")).bodyText().contains("with limited access", "Ask the clinic for an access link");
    }

    @Test
    void withFullAccessItIsThePageEverybodyHas() {
        assertThat(get("/")).bodyText().contains("Nothing to do");
    }

    private void change(String statement) {
        in(north(), () -> data.sql(statement).update());
    }
}
