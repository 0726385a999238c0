package io.anteroom.tenancy.data;

/** A bean that wants to hear what the database tells through {@code NOTIFY}. */
public interface NoticeListener {

    /** The channel to listen on: lower-case letters and underscores. */
    String channel();

    /** Called for each notice, one after another; it should be quick. */
    void heard(String payload);

    /** Called when notices may have been missed: after the connection was made, for the first time or again. */
    void missed();
}
