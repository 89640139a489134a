package dev.knet.syntax;

import dev.knet.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of a container. */
public sealed interface ContainerItem extends WorkloadItem
        permits ContainerItem.Image,
                ContainerItem.ContainerPort,
                ContainerItem.Command,
                ContainerItem.Args,
                ContainerItem.Env,
                ContainerItem.EnvFrom,
                ContainerItem.EnvFromAll,
                ContainerItem.Resource,
                Probe {

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(WorkloadItem.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    /** One answer for each property. */
    interface Visitor<R> {
        R visit(Image image);

        R visit(ContainerPort port);

        R visit(Command command);

        R visit(Args args);

        R visit(Env env);

        R visit(EnvFrom env);

        R visit(EnvFromAll env);

        R visit(Resource resource);

        R visit(Probe probe);
    }

    /** `image "nginx:1.27"`. */
    record Image(Text image, Span span) implements ContainerItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `port http tcp/8080`, or without a name. */
    record ContainerPort(@Nullable Name name, PortNumber number, Span span) implements ContainerItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `command "sh", "-c", "sleep 3600"`. */
    record Command(List<Text> words, Span span) implements ContainerItem {
        public Command {
            words = List.copyOf(words);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `args "--verbose"`. */
    record Args(List<Text> words, Span span) implements ContainerItem {
        public Args {
            words = List.copyOf(words);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `env LOG_LEVEL = "info"`. */
    record Env(Name name, Text value, Span span) implements ContainerItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `env PASSWORD from secret db key password`. */
    record EnvFrom(Name name, EnvSource source, Span span) implements ContainerItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `env from config settings`: a variable for each key. */
    record EnvFromAll(boolean secret, Name object, Span span) implements ContainerItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** `cpu 250m .. 1`, `memory 64Mi`: the limit is absent where it is the request. */
    record Resource(String resource, Text request, @Nullable Text limit, Span span) implements ContainerItem {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
