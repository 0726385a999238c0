package io.anteroom.helm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects that the chart renders, each parsed into its kind; a field that the kind does not have is an error. */
record Rendered(List<HasMetadata> objects) {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = kinds(
            ConfigMap.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            Job.class,
            NetworkPolicy.class,
            PodDisruptionBudget.class,
            PrometheusRule.class,
            Service.class,
            ServiceAccount.class,
            ServiceMonitor.class);

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {

                private static final long serialVersionUID = 1L;

                // The model's classes take in anything; here that would hide a field that nobody knows.
                @Override
                public Boolean hasAnySetter(Annotated method) {
                    return false;
                }
            });

    static Rendered of(String yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        for (Object document : Chart.yaml().loadAll(yaml)) {
            if (document instanceof Map<?, ?> fields) {
                objects.add(parse(fields));
            }
        }
        return new Rendered(List.copyOf(objects));
    }

    private static HasMetadata parse(Map<?, ?> fields) {
        String kind = fields.get("apiVersion") + "/" + fields.get("kind");
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalArgumentException("A kind that nobody expected: " + kind);
        }
        return STRICT.convertValue(fields, type);
    }

    @SafeVarargs
    private static Map<String, Class<? extends HasMetadata>> kinds(Class<? extends HasMetadata>... types) {
        Map<String, Class<? extends HasMetadata>> kinds = new LinkedHashMap<>();
        for (Class<? extends HasMetadata> type : types) {
            kinds.put(HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type), type);
        }
        return kinds;
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends HasMetadata> T one(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(each -> each.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + kind.getSimpleName() + " " + name));
    }

    /** What runs, by role, the migration among it. */
    Map<String, PodTemplateSpec> pods() {
        Map<String, PodTemplateSpec> pods = new LinkedHashMap<>();
        Stream.concat(
                        all(Deployment.class).stream()
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        all(Job.class).stream().map(job -> job.getSpec().getTemplate()))
                .forEach(pod -> pods.put(container(pod).getName(), pod));
        return pods;
    }

    PodTemplateSpec pod(String role) {
        PodTemplateSpec pod = pods().get(role);
        if (pod == null) {
            throw new AssertionError("No pod runs " + role);
        }
        return pod;
    }

    static Container container(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().getFirst();
    }

    /** The environment of one role: written values, and {@code NAME/KEY} of secrets. */
    Map<String, String> environment(String role) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (EnvVar variable : container(pod(role)).getEnv()) {
            String value = variable.getValueFrom() == null
                    ? variable.getValue()
                    : variable.getValueFrom().getSecretKeyRef().getName() + "/"
                            + variable.getValueFrom().getSecretKeyRef().getKey();
            if (environment.put(variable.getName(), value) != null) {
                throw new AssertionError(variable.getName() + " is there twice");
            }
        }
        return environment;
    }
}
