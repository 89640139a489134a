package dev.knet.testing.reach;

import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Whether an address is in a block: its first bits are those of the CIDR, and not those of an exception. */
final class IpBlocks {
    private IpBlocks() {}

    static boolean contains(IPBlock block, InetAddress address) {
        return isIn(block.getCidr(), address)
                && (block.getExcept() == null || block.getExcept().stream().noneMatch(part -> isIn(part, address)));
    }

    private static boolean isIn(String cidr, InetAddress address) {
        int slash = cidr.indexOf('/');
        byte[] first = addressOf(cidr.substring(0, slash)).getAddress();
        byte[] other = address.getAddress();
        return first.length == other.length && isSame(first, other, Integer.parseInt(cidr.substring(slash + 1)));
    }

    private static boolean isSame(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress addressOf(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
