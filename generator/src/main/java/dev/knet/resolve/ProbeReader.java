package dev.knet.resolve;

import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.model.ContainerPort;
import dev.knet.model.Probe;
import dev.knet.model.Protocol;
import dev.knet.source.Span;
import dev.knet.syntax.Name;
import dev.knet.syntax.PortNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the probes of one container: the ports that they ask are ports of that container. */
final class ProbeReader {
    private final String container;
    private final List<ContainerPort> ports;
    private final Parameters parameters;
    private final Problems problems;

    ProbeReader(String container, List<ContainerPort> ports, Parameters parameters, Problems problems) {
        this.container = container;
        this.ports = ports;
        this.parameters = parameters;
        this.problems = problems;
    }

    List<Probe> read(List<dev.knet.syntax.Probe> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        List<Probe> probes = new ArrayList<>();
        for (dev.knet.syntax.Probe.Purpose purpose : dev.knet.syntax.Probe.Purpose.values()) {
            List<dev.knet.syntax.Probe> same =
                    written.stream().filter(it -> it.purpose() == purpose).toList();
            dev.knet.syntax.Probe probe = problems.onlyOne(same, purpose.name().toLowerCase(Locale.ROOT));
            if (probe != null) {
                read(probe).ifPresent(probes::add);
            }
        }
        return probes;
    }

    private Optional<Probe> read(dev.knet.syntax.Probe written) {
        Probe.Timing timing = timing(written.timings());
        Optional<Probe.Action> action = written.action().fold(this::http, this::tcp, this::grpc, this::exec);
        return action.map(
                it -> new Probe(Probe.Purpose.valueOf(written.purpose().name()), it, timing));
    }

    private Optional<Probe.Action> http(dev.knet.syntax.Probe.Http written) {
        String path = parameters.value(written.path());
        if (!path.startsWith("/")) {
            problems.add(
                    Rule.INVALID_PROBE,
                    written.path().span(),
                    "the path `" + path + "` does not begin with `/`",
                    "write it as it stands behind the host, as in `\"/healthz\"`");
        }
        return port(written.port()).map(port -> new Probe.Http(written.secure(), path, port));
    }

    private Optional<Probe.Action> tcp(dev.knet.syntax.Probe.Tcp written) {
        return port(written.port()).map(Probe.Tcp::new);
    }

    private Optional<Probe.Action> grpc(dev.knet.syntax.Probe.Grpc written) {
        String service = written.service() == null ? null : parameters.value(written.service());
        return port(written.port()).map(port -> new Probe.Grpc(service, port));
    }

    private Optional<Probe.Action> exec(dev.knet.syntax.Probe.Exec written) {
        return Optional.of(
                new Probe.Exec(written.words().stream().map(parameters::value).toList()));
    }

    private Optional<Probe.PortRef> port(dev.knet.syntax.Probe.PortRef written) {
        PortNumber number = written.number();
        return number == null ? named(Objects.requireNonNull(written.name())) : numbered(number);
    }

    private Optional<Probe.PortRef> numbered(PortNumber written) {
        if (!PortNumbers.check(written.number(), problems)) {
            return Optional.empty();
        }
        if (Protocol.of(written.protocol()) != Protocol.TCP) {
            return wrong(written.span(), "no probe asks by " + written.protocol(), "name a port of tcp, or use `exec`");
        }
        int number = written.number().value();
        boolean isDeclared = ports.isEmpty()
                || ports.stream().anyMatch(port -> port.protocol() == Protocol.TCP && port.number() == number);
        return isDeclared
                ? Optional.of(new Probe.PortRef(null, number))
                : wrong(
                        written.span(),
                        "`" + container + "` does not listen on `tcp/" + number + "`",
                        "name a port that it declares, or declare this one: `port tcp/" + number + "`");
    }

    private Optional<Probe.PortRef> named(Name written) {
        List<String> names = new ArrayList<>();
        for (ContainerPort port : ports) {
            if (written.text().equals(port.name())) {
                return port.protocol() == Protocol.TCP
                        ? Optional.of(new Probe.PortRef(port.name(), port.number()))
                        : wrong(
                                written.span(),
                                "no probe asks by " + port.protocol().word(),
                                "name a port of tcp, or use `exec`");
            }
            if (port.name() != null) {
                names.add(port.name());
            }
        }
        return wrong(
                written.span(),
                "`" + container + "` declares no port `" + written.text() + "`",
                NearMisses.help(written.text(), names)
                        .orElse("declare it, `port " + written.text() + " tcp/…`, or give its number: `on tcp/…`"));
    }

    private Optional<Probe.PortRef> wrong(Span span, String message, String help) {
        problems.add(Rule.INVALID_PROBE, span, message, help);
        return Optional.empty();
    }

    private Probe.Timing timing(List<dev.knet.syntax.Probe.Timing> written) {
        Map<String, dev.knet.syntax.Probe.Timing> byWord = new HashMap<>();
        for (dev.knet.syntax.Probe.Timing timing : written) {
            dev.knet.syntax.Probe.Timing earlier = byWord.putIfAbsent(timing.word(), timing);
            if (earlier != null) {
                problems.twice(timing, earlier, "`" + timing.word() + "`");
            }
        }
        return new Probe.Timing(
                seconds(byWord.get("every"), 1),
                seconds(byWord.get("after"), 0),
                seconds(byWord.get("timeout"), 1),
                failures(byWord.get("failures")));
    }

    private OptionalInt seconds(dev.knet.syntax.Probe.@Nullable Timing written, int least) {
        if (written == null) {
            return OptionalInt.empty();
        }
        OptionalInt seconds = Durations.seconds(written.amount());
        if (seconds.isEmpty()) {
            problems.add(
                    Rule.INVALID_VALUE,
                    written.span(),
                    "`" + written.amount() + "` is no duration",
                    "write a number and its unit: `10s`, `2m` or `1h`");
        } else if (seconds.getAsInt() < least) {
            problems.add(
                    Rule.INVALID_VALUE,
                    written.span(),
                    "`" + written.amount() + "` is too short",
                    "write `" + written.word() + " " + least + "s` or more");
        }
        return seconds;
    }

    private OptionalInt failures(dev.knet.syntax.Probe.@Nullable Timing written) {
        if (written == null) {
            return OptionalInt.empty();
        }
        OptionalInt number = Numbers.below(Integer.MAX_VALUE, written.amount());
        if (number.isEmpty() || number.getAsInt() == 0) {
            problems.add(
                    Rule.INVALID_VALUE,
                    written.span(),
                    "`" + written.amount() + "` is no number of failures",
                    "write after how many failures in a row the container counts as failed: `failures 3`");
        }
        return number;
    }
}
