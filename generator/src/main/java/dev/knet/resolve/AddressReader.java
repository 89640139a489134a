package dev.knet.resolve;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.AddressRange;
import dev.knet.model.AddressText;
import dev.knet.model.Peer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ranges of addresses as strictly as the newest API server does. */
final class AddressReader {
    private static final AddressRange MAPPED_V4 = new AddressRange(6, BigInteger.valueOf(0xFFFF00000000L), 96);

    private final Problems problems;

    AddressReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Peer> peer(dev.knet.syntax.Peer.Addresses written) {
        Optional<AddressRange> range = range(written.range());
        List<AddressRange> except = new ArrayList<>();
        boolean fine = range.isPresent();
        for (dev.knet.syntax.AddressRange part : written.except()) {
            Optional<AddressRange> read = range(part);
            boolean fits = range.isPresent() && read.isPresent() && isPart(range.get(), read.get(), part);
            if (fits) {
                except.add(read.get());
            }
            fine &= fits;
        }
        except.sort((a, b) -> a.first().equals(b.first())
                ? a.prefix() - b.prefix()
                : a.first().compareTo(b.first()));
        List<AddressRange> parts = except.stream().distinct().toList();
        return fine ? range.map(whole -> new Peer.Addresses(whole, parts)) : Optional.empty();
    }

    private boolean isPart(AddressRange whole, AddressRange part, dev.knet.syntax.AddressRange written) {
        boolean fits = whole.contains(part) && part.prefix() > whole.prefix();
        if (!fits) {
            boolean isAll = part.contains(whole);
            problems.add(
                    Rule.INVALID_ADDRESS,
                    written.span(),
                    isAll
                            ? "without `" + part + "`, nothing is left of `" + whole + "`"
                            : "`" + part + "` is not a part of `" + whole + "`",
                    isAll
                            ? "leave the whole peer out, or except a smaller range"
                            : "behind `except` stand parts of the range before it; a further peer has its place in front of `"
                                    + whole + "`");
        }
        return fits;
    }

    Optional<AddressRange> range(dev.knet.syntax.AddressRange written) {
        String text = written.text();
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        int version = address.indexOf(':') >= 0 ? 6 : 4;
        Optional<BigInteger> value = version == 6 ? AddressText.readV6(address) : AddressText.readV4(address);
        if (value.isEmpty() && version == 6 && address.indexOf('.') >= 0) {
            return mapped(written, "`" + address.substring(address.lastIndexOf(':') + 1) + "`");
        }
        if (value.isEmpty()) {
            return wrong(
                    written,
                    "`" + address + "` is no IP address",
                    "write it as in `10.0.0.0/8` or `2001:db8::/32`, without leading zeros");
        }
        int bits = AddressRange.bits(version);
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1));
        if (prefix < 0 || prefix > bits) {
            return wrong(
                    written,
                    "`" + text.substring(slash) + "` is no prefix of an IPv" + version + " address",
                    "a prefix is `/0` to `/" + bits + "`");
        }
        return range(written, version, value.get(), prefix);
    }

    private Optional<AddressRange> range(
            dev.knet.syntax.AddressRange written, int version, BigInteger value, int prefix) {
        int host = AddressRange.bits(version) - prefix;
        BigInteger first = value.shiftRight(host).shiftLeft(host);
        AddressRange range = new AddressRange(version, first, prefix);
        if (!first.equals(value)) {
            AddressRange single = new AddressRange(version, value, AddressRange.bits(version));
            return wrong(
                    written,
                    "`" + written.text() + "` has bits set behind its prefix",
                    "write `" + range + "` for the range, or `" + single + "` for the one address");
        }
        if (version == 6 && MAPPED_V4.contains(range)) {
            BigInteger last = value.and(BigInteger.valueOf(0xFFFFFFFFL));
            AddressRange v4 = new AddressRange(4, last, prefix - MAPPED_V4.prefix());
            return mapped(written, "`" + v4 + "`");
        }
        return Optional.of(range);
    }

    private Optional<AddressRange> mapped(dev.knet.syntax.AddressRange written, String v4) {
        return wrong(written, "`" + written.text() + "` is an IPv4 address in IPv6 form", "write it as IPv4: " + v4);
    }

    private static int prefix(String digits) {
        boolean fits = digits.length() <= 3 && (digits.equals("0") || !digits.startsWith("0"));
        return fits ? Integer.parseInt(digits) : -1;
    }

    private Optional<AddressRange> wrong(dev.knet.syntax.AddressRange written, String message, String help) {
        problems.add(
                Diagnostic.of(Rule.INVALID_ADDRESS, written.span(), message).withHelp(help));
        return Optional.empty();
    }
}
