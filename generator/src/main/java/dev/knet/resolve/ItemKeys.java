package dev.knet.resolve;

import dev.knet.syntax.Account;
import dev.knet.syntax.Annotations;
import dev.knet.syntax.ContainerBlock;
import dev.knet.syntax.ContainerItem;
import dev.knet.syntax.HostNetwork;
import dev.knet.syntax.Labels;
import dev.knet.syntax.Name;
import dev.knet.syntax.PortNumber;
import dev.knet.syntax.Probe;
import dev.knet.syntax.Replicas;
import dev.knet.syntax.ServiceItem;
import dev.knet.syntax.WorkloadItem;
import dev.knet.syntax.Yaml;

/**
 * What an item is about, as a text: of two about the same, that of the environment stands. Empty for what adds to
 * others and never takes their place.
 */
final class ItemKeys
        implements WorkloadItem.Visitor<String>, ContainerItem.Visitor<String>, ServiceItem.Visitor<String> {
    static final String ADDS = "";

    /** Its statements have one label each when this is asked. */
    @Override
    public String visit(Labels labels) {
        return "label " + labels.labels().get(0).key().text();
    }

    /** The same of annotations. */
    @Override
    public String visit(Annotations annotations) {
        return "annotation " + annotations.annotations().get(0).key().text();
    }

    @Override
    public String visit(Yaml yaml) {
        return ADDS;
    }

    @Override
    public String visit(Replicas replicas) {
        return "replicas";
    }

    @Override
    public String visit(Account account) {
        return "account";
    }

    @Override
    public String visit(HostNetwork item) {
        return "host network";
    }

    @Override
    public String visit(ContainerBlock block) {
        return block.role() + " container " + block.name().text();
    }

    @Override
    public String visit(ContainerItem item) {
        return item.accept((ContainerItem.Visitor<String>) this);
    }

    @Override
    public String visit(ContainerItem.Image image) {
        return "image";
    }

    @Override
    public String visit(ContainerItem.ContainerPort port) {
        Name name = port.name();
        return name == null ? "port " + number(port.number()) : "port " + name.text();
    }

    private static String number(PortNumber port) {
        return port.protocol() + "/" + port.number().digits();
    }

    @Override
    public String visit(ContainerItem.Command command) {
        return "command";
    }

    @Override
    public String visit(ContainerItem.Args args) {
        return "args";
    }

    @Override
    public String visit(ContainerItem.Env env) {
        return "env " + env.name().text();
    }

    @Override
    public String visit(ContainerItem.EnvFrom env) {
        return "env " + env.name().text();
    }

    @Override
    public String visit(ContainerItem.EnvFromAll env) {
        return "env from " + env.secret() + " " + env.object().text();
    }

    @Override
    public String visit(ContainerItem.Resource resource) {
        return resource.resource();
    }

    @Override
    public String visit(Probe probe) {
        return "probe " + probe.purpose();
    }

    @Override
    public String visit(ServiceItem.SessionAffinity affinity) {
        return "session-affinity";
    }

    @Override
    public String visit(ServiceItem.TrafficPolicy policy) {
        return policy.external() ? "external-traffic" : "internal-traffic";
    }

    @Override
    public String visit(ServiceItem.IpFamilies families) {
        return "ip-families";
    }

    @Override
    public String visit(ServiceItem.PublishNotReady item) {
        return "publish-not-ready";
    }

    @Override
    public String visit(ServiceItem.LoadBalancerClass item) {
        return "class";
    }
}
