package io.anteroom.controlplane.organisation;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Labels that no clinic may have: the platform's own hosts, those it may want, and those that would mislead. */
final class ReservedSlugs {

    /** Hosts of the platform. */
    private static final String PLATFORM = """
            app ops www api inbox mail static admin auth login sso keycloak id identity account
            accounts signup sign-up register welcome portal portals staff operator operators worker
            webhook webhooks hooks assets cdn media files img images docs help support status blog
            news about contact legal terms privacy security billing pay payment payments stripe
            health metrics internal private public system root administrator owner platform anteroom
            dashboard console manage management settings shop store download downloads""";

    /** Names with a meaning in mail, DNS and the Web's own conventions (RFC 2142, RFC 6761, autodiscovery). */
    private static final String CONVENTIONS = """
            smtp imap pop pop3 mx mx1 mx2 ns ns0 ns1 ns2 ns3 dns ftp sftp ssh vpn ldap ntp proxy
            gateway localhost localdomain local invalid example autoconfig autodiscover wpad isatap
            broadcasthost postmaster hostmaster webmaster abuse noc noreply no-reply mailer-daemon
            well-known acme""";

    /** Places to try things that a clinic should not be mistaken for. */
    private static final String PLACES = """
            test tests testing dev development stage staging prod production beta alpha demo sandbox
            preview canary grafana prometheus kibana jenkins git gitlab""";

    private static final Set<String> WORDS = Stream.of(PLATFORM, CONVENTIONS, PLACES)
            .flatMap(words -> Stream.of(words.split("\\s+")))
            .collect(Collectors.toUnmodifiableSet());

    private ReservedSlugs() {}

    static boolean contains(String label) {
        return WORDS.contains(label);
    }
}
