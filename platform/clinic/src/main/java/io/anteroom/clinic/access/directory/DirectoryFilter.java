package io.anteroom.clinic.access.directory;

import io.anteroom.tenancy.EnumCode;

/** Which accounts are listed. */
public enum DirectoryFilter {
    ALL(""),
    /** Those with an address that no code has proved yet. */
    UNVERIFIED(" and a.unverified "),
    /**
     * Those with an address for which no code, no password or no printed code is taken for a while, after wrong ones. Their
     * accounts are looked for lock by lock and gathered first: a plan kept for any time takes a third of all that was typed to
     * be locked, and would go through all credentials and accounts.
     */
    LOCKED("""
             and a.id = any(array(
                 select c.account_id
                   from (select channel, typed from __tenant__.sign_in_limit where locked_until > :now
                         union all
                         select channel, typed from __tenant__.password_limit where locked_until > :now
                         union all
                         select channel, typed from __tenant__.recovery_limit where locked_until > :now) l
                  cross join lateral (select account_id from __tenant__.credential
                                       where channel = l.channel and value = l.typed offset 0) c
                 union all
                 select account_id from __tenant__.account_password where locked_until > :now))
            """),
    NEVER_SIGNED_IN(" and a.last_signed_in_at is null ");

    private final String condition;

    DirectoryFilter(String condition) {
        this.condition = condition;
    }

    /** The filter of that code, all for a code we don't know. */
    public static DirectoryFilter ofCode(String code) {
        return EnumCode.find(DirectoryFilter.class, code).orElse(ALL);
    }

    /** As in an address: {@code never-signed-in}. */
    public String code() {
        return EnumCode.of(this);
    }

    /** What is asked of the account {@code a}; empty or beginning with {@code and}. */
    String sql() {
        return condition;
    }
}
