package dev.knet.resolve;

import dev.knet.diagnostic.Rule;
import dev.knet.model.Additions;
import dev.knet.model.KubernetesNames;
import dev.knet.model.Routing;
import dev.knet.model.Service;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Node;
import dev.knet.syntax.ServiceItem;
import dev.knet.syntax.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The items of a service's block, put where they belong and judged by the type of the service. */
final class ServiceParts implements ServiceItem.Visitor<Boolean> {
    private static final int LONGEST_AFFINITY = 86_400;

    private final Problems problems;
    private final List<Labels> labels = new ArrayList<>();
    private final List<Annotations> annotations = new ArrayList<>();
    private final List<Yaml> patches = new ArrayList<>();
    private final List<ServiceItem.SessionAffinity> affinities = new ArrayList<>();
    private final List<ServiceItem.TrafficPolicy> external = new ArrayList<>();
    private final List<ServiceItem.TrafficPolicy> internal = new ArrayList<>();
    private final List<ServiceItem.IpFamilies> families = new ArrayList<>();
    private final List<ServiceItem.PublishNotReady> publishings = new ArrayList<>();
    private final List<ServiceItem.LoadBalancerClass> classes = new ArrayList<>();
    private final List<ServiceItem> properties = new ArrayList<>();

    private ServiceParts(Problems problems) {
        this.problems = problems;
    }

    static ServiceParts of(List<ServiceItem> items, Problems problems) {
        ServiceParts parts = new ServiceParts(problems);
        items.forEach(item -> item.accept(parts));
        return parts;
    }

    List<Labels> labels() {
        return labels;
    }

    Additions additions(Parameters parameters) {
        return new AdditionsReader(parameters, problems).read(annotations, patches);
    }

    /** Another name for a host leads to no pods. */
    void refuseRouting() {
        for (ServiceItem property : properties) {
            problems.add(
                    Rule.NOT_HERE,
                    property.span(),
                    "an `external` service is another name for a host, and leads nothing anywhere",
                    "leave it out; only `labels`, `annotations` and `yaml` mean something here");
        }
    }

    Routing routing(Service.Type type) {
        return new Routing(
                affinity(type),
                external(type),
                internal(type),
                families(),
                problems.onlyOne(publishings, "publish-not-ready") != null,
                loadBalancerClass(type));
    }

    private Optional<Routing.Affinity> affinity(Service.Type type) {
        ServiceItem.SessionAffinity item = problems.onlyOne(affinities, "session-affinity");
        if (item == null) {
            return Optional.empty();
        }
        if (type == Service.Type.HEADLESS) {
            dialled(item);
        }
        if (item.timeout() == null) {
            return Optional.of(new Routing.Affinity(OptionalInt.empty()));
        }
        OptionalInt seconds = Durations.seconds(item.timeout().text());
        if (seconds.isEmpty() || seconds.getAsInt() < 1 || seconds.getAsInt() > LONGEST_AFFINITY) {
            problems.add(
                    Rule.INVALID_VALUE,
                    item.timeout().span(),
                    "`" + item.timeout().text() + "` is no time for which a client can stay with a pod",
                    "write `1s` to `24h`");
        }
        return Optional.of(new Routing.Affinity(seconds));
    }

    private Optional<Routing.Reach> external(Service.Type type) {
        ServiceItem.TrafficPolicy item = problems.onlyOne(external, "external-traffic");
        if (item != null && type != Service.Type.NODE_PORT && type != Service.Type.LOAD_BALANCER) {
            problems.add(
                    Rule.INVALID_SERVICE,
                    item.span(),
                    "no traffic comes to this service from outside the cluster",
                    "make it a `nodeport` or `loadbalancer` service, or leave this out");
        }
        return Optional.ofNullable(item).map(ServiceParts::reach);
    }

    private Optional<Routing.Reach> internal(Service.Type type) {
        ServiceItem.TrafficPolicy item = problems.onlyOne(internal, "internal-traffic");
        if (item != null && type == Service.Type.HEADLESS) {
            dialled(item);
        }
        return Optional.ofNullable(item).map(ServiceParts::reach);
    }

    private static Routing.Reach reach(ServiceItem.TrafficPolicy item) {
        return item.local() ? Routing.Reach.LOCAL : Routing.Reach.CLUSTER;
    }

    private void dialled(Node item) {
        problems.add(
                Rule.INVALID_SERVICE,
                item.span(),
                "clients of a headless service dial the pods themselves, so the cluster leads nothing anywhere",
                "leave this out, or leave `headless` out");
    }

    private Optional<Routing.Families> families() {
        ServiceItem.IpFamilies item = problems.onlyOne(families, "ip-families");
        if (item == null) {
            return Optional.empty();
        }
        if (item.versions().stream().distinct().count() < item.versions().size()) {
            problems.add(
                    Rule.GIVEN_TWICE,
                    item.span(),
                    "a family of addresses is given twice",
                    "write each once: `ip-families ipv4, ipv6`");
        }
        return Optional.of(new Routing.Families(item.preferred(), item.versions()));
    }

    private @Nullable String loadBalancerClass(Service.Type type) {
        ServiceItem.LoadBalancerClass item = problems.onlyOne(classes, "class");
        if (item == null) {
            return null;
        }
        String name = item.name().text();
        if (type != Service.Type.LOAD_BALANCER) {
            problems.add(
                    Rule.INVALID_SERVICE,
                    item.span(),
                    "only a `loadbalancer` has a class",
                    "make it a `loadbalancer`, or leave `class` out");
        }
        if (!KubernetesNames.isLabelKey(name)) {
            problems.add(
                    Rule.INVALID_NAME,
                    item.name().span(),
                    "`" + name + "` is no name for a class of load balancers",
                    "a name is at most 63 letters, digits, `-`, `_` and `.`, with an optional DNS name and `/` in front");
        }
        return name;
    }

    @Override
    public Boolean visit(Labels statement) {
        return labels.add(statement);
    }

    @Override
    public Boolean visit(Annotations statement) {
        return annotations.add(statement);
    }

    @Override
    public Boolean visit(Yaml yaml) {
        return patches.add(yaml);
    }

    @Override
    public Boolean visit(ServiceItem.SessionAffinity affinity) {
        return properties.add(affinity) && affinities.add(affinity);
    }

    @Override
    public Boolean visit(ServiceItem.TrafficPolicy policy) {
        return properties.add(policy) && (policy.external() ? external : internal).add(policy);
    }

    @Override
    public Boolean visit(ServiceItem.IpFamilies item) {
        return properties.add(item) && families.add(item);
    }

    @Override
    public Boolean visit(ServiceItem.PublishNotReady item) {
        return properties.add(item) && publishings.add(item);
    }

    @Override
    public Boolean visit(ServiceItem.LoadBalancerClass item) {
        return properties.add(item) && classes.add(item);
    }
}
