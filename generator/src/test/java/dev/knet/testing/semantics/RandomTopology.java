package dev.knet.testing.semantics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Writes topologies at random, with few names, labels and ports, so that whatever they say overlaps. Not all of them are
 * right; the same seed gives the same text.
 */
final class RandomTopology {
    private static final List<String> KINDS =
            List.of("pod", "pod", "deployment", "deployment", "daemonset", "job", "cronjob");
    private static final List<String> NAMESPACES = List.of("shop", "ops", "kube-system");
    private static final List<String> WORKLOADS = List.of("web", "api", "db", "cache", "job", "mon");
    private static final List<String> PORTS = List.of("80", "81", "443", "8080", "53");
    private static final List<String> PORT_NAMES = List.of("http", "metrics", "dns");
    private static final List<String> PROTOCOLS = List.of("tcp", "tcp", "tcp", "udp", "sctp");
    private static final List<String> ADDRESSES = List.of(
            "10.0.0.0/8",
            "10.1.0.0/16",
            "0.0.0.0/0",
            "0.0.0.0/0 except 10.0.0.0/8",
            "10.0.0.0/8 except 10.1.0.0/16, 10.2.0.0/15",
            "192.0.2.7",
            "2001:db8::/32",
            "2001:db8::/32 except 2001:db8:1::/48",
            "::/0");

    private static final List<String> DENIABLE =
            List.of("internet", "10.1.0.7", "192.0.2.7", "203.0.113.0/24", "0.0.0.0/0");

    private final Random random;
    private final List<String> groups = new ArrayList<>();
    private boolean withDenials;
    private boolean withGroups;
    /** The names that a sentence can use, by block; those outside all namespaces have the empty name. */
    private final Map<String, List<Thing>> things = new LinkedHashMap<>();

    /** A workload or a service, and the ports that a sentence can name. */
    private record Thing(String name, boolean isService, List<String> ports) {}

    private RandomTopology(long seed) {
        // The first bits of neighbouring seeds are the same; of these they are not.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    static Fragment of(long seed) {
        return of(seed, List.of());
    }

    /** The same with more statements, outside all namespaces. */
    static Fragment of(long seed, List<String> more) {
        return new RandomTopology(seed).file(more);
    }

    private Fragment file(List<String> more) {
        List<Fragment> file = new ArrayList<>();
        withDenials = random.nextInt(2) == 0;
        withGroups = random.nextInt(2) == 0;
        boolean withOutside = random.nextInt(4) == 0;
        Map<String, List<Fragment>> blocks = new LinkedHashMap<>();
        if (withOutside) {
            blocks.put("", new ArrayList<>());
        }
        int namespaces = withOutside && random.nextBoolean() ? 0 : 1 + random.nextInt(3);
        NAMESPACES.subList(0, namespaces).forEach(name -> blocks.put(name, new ArrayList<>()));
        blocks.forEach(this::things);
        if (withGroups) {
            groups().forEach(file::add);
        }
        blocks.forEach(this::relations);
        file.add(cluster());
        blocks.forEach((name, parts) -> {
            if (name.isEmpty()) {
                file.addAll(parts);
            } else {
                file.add(Fragment.block(maybe(3, "existing ") + "namespace " + name, parts));
            }
        });
        more.forEach(statement -> file.add(Fragment.statement(statement)));
        return Fragment.file(file);
    }

    private Fragment cluster() {
        String dns = switch (random.nextInt(8)) {
            case 0 -> "off";
            case 1 -> "openshift";
            case 2 -> "node-local";
            case 3 -> "kube-dns";
            case 4 -> own();
            default -> "";
        };
        String ends = "nodes 10.2.0.0/24; apiserver 10.1.0.7, 192.0.2.9 on tcp/443, tcp/8080-8090";
        return Fragment.statement("cluster { " + ends + (dns.isEmpty() ? "" : "; dns " + dns) + " }");
    }

    /** Answered by what the topology has itself. */
    private String own() {
        List<Said> servers = peers(() -> random.nextInt(3) > 0 ? qualified() : peer(declared()));
        String ports = on(servers);
        return text(servers) + (ports.isEmpty() ? " on any port" : ports);
    }

    // ---- things

    private void things(String namespace, List<Fragment> parts) {
        things.put(namespace, new ArrayList<>());
        if (!namespace.isEmpty() && random.nextInt(2) == 0) {
            parts.add(Fragment.statement("labels" + namespaceLabels()));
        }
        List<String> names = new ArrayList<>(WORKLOADS);
        Collections.shuffle(names, random);
        names.subList(0, 1 + random.nextInt(3)).forEach(name -> parts.add(workload(namespace, name)));
        if (random.nextInt(2) == 0) {
            service(namespace).forEach(parts::add);
        }
    }

    private Fragment workload(String namespace, String name) {
        List<String> sayable = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean existing = random.nextInt(3) == 0;
        String kind = pick(KINDS);
        boolean isScheduled = kind.equals("cronjob") && !existing;
        text.append(existing ? "existing " : "").append(kind).append(' ').append(name);
        text.append(isScheduled ? " \"@daily\" { " : " { ");
        text.append(existing ? "" : "image \"x\"; ");
        text.append(random.nextInt(3) > 0 ? "labels" + podLabels(existing ? "name=" + name : "x=y") + "; " : "");
        List<String> names = new ArrayList<>(PORT_NAMES);
        List<String> numbers = new ArrayList<>(PORTS);
        Collections.shuffle(names, random);
        Collections.shuffle(numbers, random);
        for (int i = random.nextInt(3); i > 0; i--) {
            String port = pick(PROTOCOLS) + "/" + numbers.get(i);
            String portName = random.nextBoolean() ? names.get(i) : "";
            sayable.add(port);
            sayable.add(portName.isEmpty() ? port : portName);
            text.append("port ").append(portName).append(' ').append(port).append("; ");
        }
        things.get(namespace).add(new Thing(name, false, sayable));
        return Fragment.statement(text.append("}").toString());
    }

    private List<Fragment> service(String namespace) {
        Thing workload = pick(things.get(namespace));
        if (workload.ports.isEmpty()) {
            return List.of();
        }
        String target = pick(workload.ports);
        boolean byNumber = target.contains("/");
        String protocol = byNumber ? target.substring(0, target.indexOf('/')) : "tcp";
        String port = protocol + "/" + pick(PORTS);
        String name = random.nextBoolean() ? workload.name + "-svc" : pick(WORKLOADS);
        things.get(namespace).add(new Thing(name, true, List.of(port)));
        String ports = " on " + port + " -> " + target.substring(target.indexOf('/') + 1);
        return List.of(Fragment.statement("service " + name + " for " + workload.name + maybe(3, " headless") + ports));
    }

    private String podLabels(String own) {
        return maybe(2, " tier=" + pick(List.of("front", "back")))
                + maybe(2, " role=" + pick(List.of("a", "b")))
                + maybe(6, " app=" + pick(WORKLOADS))
                + " " + own;
    }

    private String namespaceLabels() {
        return maybe(2, " team=" + pick(List.of("a", "b"))) + maybe(2, " env=" + pick(List.of("prod", "dev"))) + " x=y";
    }

    // ---- relations

    private void relations(String namespace, List<Fragment> parts) {
        if (withDenials && random.nextInt(4) > 0) {
            parts.add(Fragment.statement(pick(List.of("deny all", "deny all", "deny ingress", "deny egress"))));
        }
        for (int i = (withDenials ? 3 : 1) + random.nextInt(4); i > 0; i--) {
            parts.add(random.nextInt(6) == 0 ? policy(namespace) : relation(namespace));
        }
    }

    private Fragment policy(String namespace) {
        List<Fragment> some = new ArrayList<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            some.add(relation(namespace));
        }
        return Fragment.block("policy " + pick(List.of("p", "q", "allow-web", "deny-all")), some);
    }

    private Fragment relation(String namespace) {
        if (withDenials && random.nextInt(3) == 0) {
            return Fragment.statement(denial(namespace));
        }
        return Fragment.statement(random.nextInt(4) == 0 ? isolation(namespace) : sentence(namespace));
    }

    /** Mostly of what can be subtracted and enforced. */
    private String denial(String namespace) {
        List<Said> targets = peers(() -> deniable(namespace));
        List<Said> sources = peers(() -> deniable(namespace));
        String ports = random.nextInt(3) == 0 ? "" : on(targets);
        return text(targets) + " denies " + text(sources) + ports;
    }

    private Said deniable(String namespace) {
        return switch (random.nextInt(8)) {
            case 0 -> Said.of(pick(DENIABLE));
            case 1 -> peer(namespace);
            case 2, 3 -> thing(namespace);
            case 4 -> qualified();
            default -> subject(namespace);
        };
    }

    /** Names for several, some of which are made of others. What they mean does not depend on where they are used. */
    private List<Fragment> groups() {
        List<Fragment> fragments = new ArrayList<>();
        fragments.add(Fragment.statement("network net-1 = 203.0.113.0/24, 10.1.0.0/16"));
        fragments.add(Fragment.statement("network net-2 = net-1, " + pick(List.of("internet", "2001:db8::/32"))));
        fragments.add(Fragment.statement("ports some-ports = tcp/80, tcp/443-8080, udp/53"));
        groups.addAll(List.of("net-1", "net-2"));
        for (int i = 1; i < 4; i++) {
            List<String> members = new ArrayList<>();
            for (int j = 1 + random.nextInt(3); j > 0; j--) {
                members.add(member());
            }
            fragments.add(Fragment.statement("group group-" + i + " = " + String.join(", ", members)));
            groups.add("group-" + i);
        }
        return fragments;
    }

    private String member() {
        return switch (random.nextInt(8)) {
            case 0 -> pick(groups);
            case 1 -> pick(List.of("anyone", "internet", "any namespace", "dns", "nodes"));
            case 2 -> "pods(" + requirements("tier", "role") + ") in " + declared();
            case 3 -> pick(ADDRESSES.subList(0, 3));
            default -> qualified().text;
        };
    }

    private String isolation(String namespace) {
        String subjects = text(peers(() -> subject(namespace)));
        return switch (random.nextInt(6)) {
            case 0 -> "deny ingress";
            case 1 -> "deny egress";
            case 2 -> "deny all";
            case 3 -> "deny ingress to " + subjects;
            case 4 -> "deny egress from " + subjects;
            default -> "deny all for " + subjects;
        };
    }

    private String sentence(String namespace) {
        List<Said> subjects = peers(() -> subject(namespace));
        List<Said> objects = peers(() -> peer(namespace));
        boolean allows = random.nextBoolean();
        return text(subjects) + (allows ? " allows " : " reaches ") + text(objects) + on(allows ? subjects : objects);
    }

    /** A peer as written, and the ports of it that a sentence can name: none if it can name any. */
    private record Said(String text, List<String> ports) {
        static Said of(String text) {
            return new Said(text, List.of());
        }
    }

    private List<Said> peers(Supplier<Said> peer) {
        List<Said> peers = new ArrayList<>(List.of(peer.get()));
        while (random.nextInt(4) == 0) {
            peers.add(peer.get());
        }
        return peers;
    }

    private static String text(List<Said> peers) {
        return peers.stream().map(Said::text).collect(Collectors.joining(", "));
    }

    private Said subject(String namespace) {
        if (!groups.isEmpty() && random.nextInt(6) == 0) {
            return Said.of(pick(groups));
        }
        return switch (random.nextInt(11)) {
            case 0 -> Said.of("pods");
            case 1, 2 -> Said.of("pods(" + requirements("tier", "role") + ")");
            case 3 ->
                Said.of("pods(" + requirements(pick(List.of("tier", "app", "app.kubernetes.io/part-of")), "app") + ")");
            case 4 -> Said.of("pods(" + requirements("tier", "role") + ") in " + declared());
            case 5 -> Said.of("namespace " + declared());
            case 6 -> qualified();
            default -> thing(namespace);
        };
    }

    private Said peer(String namespace) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> subject(namespace);
            case 2 -> Said.of("pods(" + requirements("tier", "role") + ") in " + scope());
            case 3 -> Said.of("pods(" + requirements("app", "role") + ") in any namespace");
            case 4 -> Said.of("namespace(" + requirements("team", "env") + ")");
            case 5 -> Said.of("any namespace");
            case 6 -> Said.of("anyone");
            case 7, 8 -> Said.of(pick(ADDRESSES));
            case 9 ->
                pick(List.of(
                        new Said("dns", List.of("udp/53", "any port")),
                        Said.of("internet"),
                        Said.of("nodes"),
                        new Said("apiserver", List.of("tcp/443", "tcp/8080"))));
            case 10 -> qualified();
            default -> thing(namespace);
        };
    }

    /** A namespace of the topology, or one that it does not have. */
    private String declared() {
        List<String> names = new ArrayList<>(things.keySet());
        names.remove("");
        return names.isEmpty() ? "shop" : pick(names);
    }

    private String scope() {
        String other = random.nextBoolean() ? "env" : "app.kubernetes.io/part-of";
        return random.nextBoolean() ? declared() : "namespace(" + requirements("team", other) + ")";
    }

    private Said thing(String namespace) {
        Thing thing =
                pick(things.getOrDefault(namespace, things.values().iterator().next()));
        return new Said((thing.isService ? "service " : "") + thing.name, thing.ports);
    }

    private Said qualified() {
        String namespace = pick(new ArrayList<>(things.keySet()));
        Thing thing = pick(things.get(namespace));
        String name = (namespace.isEmpty() ? "./" : namespace + "/") + thing.name;
        return new Said((thing.isService ? "service " : "") + name, thing.ports);
    }

    private String requirements(String one, String other) {
        return requirement(one) + maybe(2, ", " + requirement(other)) + maybe(9, ", " + requirement(one));
    }

    private String requirement(String key) {
        List<String> values = switch (key) {
            case "tier" -> List.of("front", "back", "none");
            case "role" -> List.of("a", "b");
            case "team" -> List.of("a", "b");
            case "env" -> List.of("prod", "dev");
            case "app" -> WORKLOADS;
            default -> List.of("t", "other");
        };
        return switch (random.nextInt(7)) {
            case 0 -> "!" + key;
            case 1 -> key;
            case 2 -> key + " in (" + pick(values) + ", " + pick(values) + ")";
            case 3 -> key + " notin (" + pick(values) + ", " + pick(values) + ")";
            case 4 -> key + "!=" + pick(values);
            default -> key + "=" + pick(values);
        };
    }

    /** Ports that all targets have, as far as that can be had by luck. */
    private String on(List<Said> targets) {
        List<Said> choosy = targets.stream().filter(it -> !it.ports.isEmpty()).toList();
        if (choosy.size() == targets.size() && random.nextInt(3) == 0) {
            return "";
        }
        if (random.nextInt(6) == 0) {
            return " on any port";
        }
        if (withGroups && random.nextInt(8) == 0) {
            return " on some-ports";
        }
        return " on " + port(choosy) + maybe(4, ", " + port(choosy));
    }

    private String port(List<Said> choosy) {
        if (choosy.isEmpty()) {
            return random.nextInt(4) == 0 ? pick(PORT_NAMES) : wider(pick(PROTOCOLS) + "/" + pick(PORTS));
        }
        String port = pick(pick(choosy).ports);
        return port.contains("/") && !port.contains(" ") ? wider(port) : port;
    }

    /** The port itself, or a range that it is in, or the whole protocol. */
    private String wider(String port) {
        int slash = port.indexOf('/');
        String protocol = port.substring(0, slash);
        int number = Integer.parseInt(port.substring(slash + 1));
        return switch (random.nextInt(8)) {
            case 0 -> protocol;
            case 1 -> port + "-" + (number + random.nextInt(400));
            case 2 -> protocol + "/" + (number - random.nextInt(number)) + "-" + number;
            default -> port;
        };
    }

    private String maybe(int oneIn, String text) {
        return random.nextInt(oneIn) == 0 ? text : "";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
