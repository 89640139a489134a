package dev.knet.resolve;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What only the build knows.
 *
 * @param javaPackage the Java package of a topology that names none
 * @param parameters the values of parameters, by name
 * @param environment the environment to resolve for; none for the files as they are
 * @param today the day of the build
 */
public record ResolveOptions(
        String javaPackage, Map<String, String> parameters, Optional<String> environment, LocalDate today) {
    public ResolveOptions {
        parameters = Map.copyOf(parameters);
    }
}
