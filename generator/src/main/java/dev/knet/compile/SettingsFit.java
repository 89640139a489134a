package dev.knet.compile;

import dev.knet.diagnostic.Diagnostic;
import dev.knet.diagnostic.NearMisses;
import dev.knet.diagnostic.Rule;
import dev.knet.resolve.ParsedFile;
import dev.knet.source.Span;
import dev.knet.syntax.EnvironmentBlock;
import dev.knet.syntax.ParamStatement;
import dev.knet.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the build asks for and gives is in some file: else it is mostly misspelt. */
final class SettingsFit {
    private final Set<String> environments = new TreeSet<>();
    private final Set<String> parameters = new TreeSet<>();

    private SettingsFit(List<ParsedFile> files) {
        for (ParsedFile file : files) {
            for (Statement statement : file.parsed().tree().orElseThrow().statements()) {
                if (statement instanceof EnvironmentBlock block) {
                    environments.add(block.name().text());
                } else if (statement instanceof ParamStatement param) {
                    parameters.add(param.name().text());
                }
            }
        }
    }

    /** Told at the beginning of the first file; nothing if any could not be read, for it may have what is asked for. */
    static List<Diagnostic> check(List<ParsedFile> files, CompileRequest.Settings settings) {
        if (files.isEmpty()
                || files.stream().anyMatch(file -> file.parsed().tree().isEmpty())) {
            return List.of();
        }
        ParsedFile first = files.stream()
                .min((one, other) -> one.path().compareTo(other.path()))
                .orElseThrow();
        return new SettingsFit(files).check(settings, new Span(first.parsed().file(), 0, 0));
    }

    /** The names of the environments that any file has a block for. */
    static Set<String> environmentsIn(List<ParsedFile> files) {
        return new SettingsFit(files.stream()
                        .filter(file -> file.parsed().tree().isPresent())
                        .toList())
                .environments;
    }

    private List<Diagnostic> check(CompileRequest.Settings settings, Span place) {
        List<Diagnostic> found = new ArrayList<>();
        for (String name : new TreeSet<>(settings.environments())) {
            if (!environments.contains(name)) {
                found.add(Diagnostic.of(
                                Rule.UNKNOWN_ENVIRONMENT,
                                place,
                                "no file has an environment `" + name + "`, which the build asks for")
                        .withHelp(NearMisses.help(name, environments)
                                .orElse("write one, `environment prod { … }`, or ask for none")));
            }
        }
        for (String name : new TreeSet<>(settings.parameters().keySet())) {
            if (!parameters.contains(name)) {
                found.add(Diagnostic.of(
                                Rule.UNUSED_PARAMETER,
                                place,
                                "no file has a parameter `" + name + "`, which the build gives a value")
                        .withHelp(NearMisses.help(name, parameters)
                                .orElse("declare it, `param NAME`, or do not give it")));
            }
        }
        return found;
    }
}
