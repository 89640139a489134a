package dev.knet.emit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.knet.reach.Connection;
import dev.knet.reach.End;
import dev.knet.reach.policy.Direction;
import dev.knet.reach.space.AddressRange;
import dev.knet.reach.space.PortSet;
import dev.knet.reach.space.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionFilterTest {
    private static final End OUTSIDE = new End.External(AddressRange.ALL_V4);
    private static final End STRANGER = new End.Stranger("shop", Map.of(), Map.of("app", "x"));
    private static final Connection IN =
            new Connection(OUTSIDE, Shop.WEB, PortSet.of(Protocol.TCP, 80).or(PortSet.of(Protocol.UDP, 53)));
    private static final Connection OUT = new Connection(Shop.WEB, Shop.DB, PortSet.of(Protocol.TCP, 5432));

    private static ConnectionFilter workload(String text) {
        return new ConnectionFilter(Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static ConnectionFilter ports(String text) {
        return new ConnectionFilter(Optional.empty(), Optional.empty(), Optional.of(ConnectionFilter.ports(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "shop/web",
                "web[Deployment]",
                "shop/web[Deployment]",
                "shop/web[deployment]",
                "shop/*",
                "*/web",
                "*",
                "shop/*[Deployment]"
            })
    void namesAWorkload(String text) {
        assertThat(workload(text).names(Shop.WEB)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we",
                "web2",
                "shop",
                "shop/",
                "/web",
                "other/web",
                "other/*",
                "web[Pod]",
                "shop/web[Pod]",
                "web[",
                "web[Deployment",
                "a/shop/web",
                ""
            })
    void doesNotNameIt(String text) {
        assertThat(workload(text).names(Shop.WEB)).isFalse();
    }

    @Test
    void namesOtherEndsAsListsDo() {
        assertThat(workload("0.0.0.0-255.255.255.255[External]").names(OUTSIDE)).isTrue();
        assertThat(workload("shop/{app=x}[Pod]").names(STRANGER)).isTrue();
        assertThat(workload("shop/*").names(STRANGER)).isTrue();
        assertThat(workload("*").names(OUTSIDE)).isFalse();
        assertThat(workload("x").names(STRANGER)).isFalse();
        assertThat(ConnectionFilter.NONE.names(Shop.WEB)).isFalse();
    }

    @Test
    void keepsWhatAWorkloadIsAnEndOf() {
        assertThat(workload("web").of(List.of(IN, OUT))).containsExactly(IN, OUT);
        assertThat(workload("db").of(List.of(IN, OUT))).containsExactly(OUT);
        assertThat(ConnectionFilter.NONE.of(List.of(IN, OUT))).containsExactly(IN, OUT);
    }

    @Test
    void keepsADirection() {
        Optional<String> web = Optional.of("web");
        assertThat(new ConnectionFilter(web, Optional.of(Direction.INGRESS), Optional.empty()).of(List.of(IN, OUT)))
                .containsExactly(IN);
        assertThat(new ConnectionFilter(web, Optional.of(Direction.EGRESS), Optional.empty()).of(List.of(IN, OUT)))
                .containsExactly(OUT);
        assertThatThrownBy(
                        () -> new ConnectionFilter(Optional.empty(), Optional.of(Direction.EGRESS), Optional.empty()))
                .hasMessage("`egress` is a direction of a workload: name the workload too");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp/80, TCP 80",
        "80, TCP 80",
        "TCP/80, TCP 80",
        "udp, UDP 1-65535",
        "tcp/80-90, TCP 80-90",
        "80-90, TCP 80-90",
        "sctp/9, SCTP 9",
        "others, others",
        "'80, udp/53', 'TCP 80,UDP 53'"
    })
    void readsPorts(String text, String ports) {
        assertThat(ConnectionFilter.ports(text)).hasToString(ports);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "65536",
                "90-80",
                "icmp",
                "tcp/",
                "/80",
                "tcp/http",
                "http",
                "80,",
                "-1",
                "99999999999",
                "tcp/80/90"
            })
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> ConnectionFilter.ports(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no port; write `tcp/80`");
    }

    @Test
    void keepsWhatIsOpenOnSomeOfThePortsAndAllItsPorts() {
        assertThat(ports("udp").of(List.of(IN, OUT))).containsExactly(IN);
        assertThat(ports("5000-6000").of(List.of(IN, OUT))).containsExactly(OUT);
        assertThat(ports("81").of(List.of(IN, OUT))).isEmpty();
    }
}
