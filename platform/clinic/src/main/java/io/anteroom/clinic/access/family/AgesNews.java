package io.anteroom.clinic.access.family;

import io.anteroom.clinic.access.Accounts;
import io.anteroom.clinic.access.RandomTokens;
import io.anteroom.clinic.access.grant.AgesMoved;
import io.anteroom.messaging.MessageAbout;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the worker tell patients of access that a changed rule of ages, or a corrected birth date, has opened. Each patient's
 * news is a piece of work of its own, so that whoever changed the rule doesn't wait for the mails. The message itself is
 * the mark that it was told: a worker that died after it, and is followed by another, tells nobody twice.
 */
@Component
class AgesNews implements WorkHandler {

    static final String KIND = "access-news";

    private final AccessNews news;
    private final Accounts accounts;
    private final WorkQueue work;
    private final RandomTokens tokens;
    private final JdbcClient jdbc;

    AgesNews(AccessNews news, Accounts accounts, WorkQueue work, RandomTokens tokens, JdbcClient jdbc) {
        this.news = news;
        this.accounts = accounts;
        this.work = work;
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    /** Within the transaction of the act. The token tells this change from the next one of the same access. */
    @EventListener
    void moved(AgesMoved event) {
        var change = tokens.draw();
        work.addAll(
                KIND,
                event.opened().stream()
                        .map(opened -> AccessStillHeld.ref(opened.account(), opened.patient()) + "-" + change)
                        .toList());
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** The record is locked, so that of two workers that were given the same the second sees what the first has told. */
    @Override
    @Transactional
    public void handle(String ref) {
        var patient = AccessStillHeld.patient(ref);
        var about = AccessStillHeld.about(ref);
        if (accounts.hold(patient) && !isTold(about)) {
            news.tell(AccessStillHeld.account(ref), patient, about);
        }
    }

    private boolean isTold(MessageAbout about) {
        return jdbc.sql("""
                        select exists (select 1 from __tenant__.message
                                        where about_kind = :kind and about_ref = :ref)""")
                .param("kind", about.kind())
                .param("ref", about.ref())
                .query(Boolean.class)
                .single();
    }
}
