package io.anteroom.server;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.controlplane.OperatorConfiguration;
import io.anteroom.controlplane.ProvisioningConfiguration;
import io.anteroom.controlplane.SignUpConfiguration;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.messaging.MessagingWorkConfiguration;
import io.anteroom.payments.PaymentsConfiguration;
import io.anteroom.payments.webhook.WebhookConfiguration;
import io.anteroom.portal.PortalConfiguration;
import io.anteroom.server.migration.OwnerConfiguration;
import io.anteroom.tenancy.TenantLoginRequired;
import io.anteroom.tenancy.known.KnownAddressConfiguration;
import io.anteroom.tenancy.work.WorkConfiguration;
import io.anteroom.tenantadmin.TenantAdminConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/** Brings the configuration classes of the roles that this process runs; those of other roles are never loaded. */
class RoleConfigurations implements ImportSelector {

    private final Set<Role> roles;

    RoleConfigurations(Environment environment) {
        this.roles = Role.of(environment);
    }

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        Set<String> names = new TreeSet<>();
        roles.forEach(role -> configurations(role).forEach(configuration -> names.add(configuration.getName())));
        return names.toArray(String[]::new);
    }

    private static List<Class<?>> configurations(Role role) {
        return switch (role) {
            case SIGNUP -> List.of(MessagingConfiguration.class, SignUpConfiguration.class);
            case OPERATOR -> List.of(OperatorConfiguration.class);
            case STAFF -> withClinic(TenantAdminConfiguration.class);
            case PORTAL -> withClinic(PortalConfiguration.class);
            case WORKER ->
                withClinic(
                        WorkConfiguration.class,
                        KnownAddressConfiguration.class,
                        MessagingWorkConfiguration.class,
                        WebhookConfiguration.class,
                        ProvisioningConfiguration.class,
                        OwnerConfiguration.class);
            case MIGRATE -> throw new UnusableRolesException("The role migrate is started apart");
        };
    }

    /** What works on clinics' data stands on these. */
    private static List<Class<?>> withClinic(Class<?>... configurations) {
        return Stream.concat(
                        Stream.of(
                                TenantLoginRequired.class,
                                MessagingConfiguration.class,
                                PaymentsConfiguration.class,
                                ClinicConfiguration.class),
                        Arrays.stream(configurations))
                .toList();
    }
}
