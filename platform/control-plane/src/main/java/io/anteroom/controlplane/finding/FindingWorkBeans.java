package io.anteroom.controlplane.finding;

import io.anteroom.messaging.PlatformPost;
import io.anteroom.tenancy.known.KnownAddresses;
import io.anteroom.tenancy.known.KnownPortals;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Links;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the worker does with a search. Needs, when there is one, the clinics' {@link KnownPortals} and a way out. */
@Configuration(proxyBeanMethods = false)
public class FindingWorkBeans {

    @Bean
    SearchWork portalSearchWork(
            Searches searches,
            ObjectProvider<KnownPortals> portals,
            ObjectProvider<KnownAddresses> addresses,
            ObjectProvider<PlatformPost> post,
            WebSettings web) {
        return new SearchWork(
                searches,
                portals::getObject,
                address -> addresses.getObject().hash(address),
                new PortalsMessage(new Links(web)),
                (id, message) -> post.getObject().send(id, message));
    }
}
