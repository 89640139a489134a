package dev.knet.check;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.Rule;
import dev.knet.model.Container;
import dev.knet.model.Topology;
import dev.knet.model.Workload;
import dev.knet.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every container that is written has an image, and a name of its own within its pod. */
final class ContainersAreWhole implements Check {
    private static final String SCHEME = "://";

    @Override
    public Stream<Diagnostic> check(Topology topology) {
        return topology.workloads().stream()
                .filter(workload -> !workload.existing())
                .flatMap(workload -> Stream.concat(images(workload), names(workload)));
    }

    private static Stream<Diagnostic> images(Workload workload) {
        return workload.containers().stream()
                .filter(container -> !isImage(container.image()))
                .map(container -> diagnostic(workload, container));
    }

    /** The API server refuses an empty image and blanks around one; no node finds one with blanks in it, or a URL. */
    private static boolean isImage(@Nullable String image) {
        if (image == null || image.isEmpty() || image.contains(SCHEME)) {
            return false;
        }
        for (int i = 0; i < image.length(); i++) {
            if (Character.isWhitespace(image.charAt(i)) || Character.isISOControl(image.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String wrong(String image) {
        return image.contains(SCHEME) ? "has a URL for an image" : "has an image that is empty or has blanks in it";
    }

    private static Diagnostic diagnostic(Workload workload, Container container) {
        String image = container.image();
        String what = image == null ? "has no image" : wrong(image);
        String help = image == null
                ? "write `image \"…\"` in its block; if it is in the cluster already, write `existing "
                        + workload.kind().word() + " " + workload.name() + "`"
                : "write the image's name and nothing else, as in `image \"ghcr.io/acme/web:1.27\"`";
        return Diagnostic.of(Rule.NO_IMAGE, container.span(), "`" + container.name() + "` " + what)
                .withHelp(help);
    }

    private static Stream<Diagnostic> names(Workload workload) {
        Map<String, Span> first = new HashMap<>();
        return workload.containers().stream()
                .filter(container -> first.putIfAbsent(container.name(), container.span()) != null)
                .map(container -> Diagnostic.of(
                                Rule.DUPLICATE_NAME,
                                container.span(),
                                "`" + workload.name() + "` has a container `" + container.name() + "` already")
                        .withLabel(Objects.requireNonNull(first.get(container.name())), "declared here")
                        .withHelp("give one of them another name"));
    }
}
