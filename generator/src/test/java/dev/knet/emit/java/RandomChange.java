package dev.knet.emit.java;

import io.fabric8.kubernetes.api.model.Container;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Says one of the words that settings have, whichever they are, and does to the tree of the object what that word
 * promises, by its path in Kubernetes' own terms.
 */
final class RandomChange {
    private static final Set<String> BUILDERS = Set.of(
            "pod",
            "deployment",
            "statefulSet",
            "daemonSet",
            "job",
            "cronJob",
            "service",
            "serviceAccount",
            "namespace");

    private final Random random;
    private final Map<String, Object> object;
    private final Set<String> said;
    private int texts;

    RandomChange(Random random, Map<String, Object> object, Set<String> said) {
        this.random = random;
        this.object = object;
        this.said = said;
    }

    /** Of these settings. */
    void make(Object settings) {
        say(settings, words(settings), Map.of());
    }

    private static List<Method> words(Object settings) {
        return Arrays.stream(settings.getClass().getMethods())
                .filter(method -> !method.isBridge() && method.getDeclaringClass() != Object.class)
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private void say(Object settings, List<Method> words, Map<String, Object> container) {
        List<Method> unsaid =
                words.stream().filter(word -> !said.contains(name(word))).toList();
        List<Method> some = unsaid.isEmpty() ? words : unsaid;
        Method word = some.get(random.nextInt(some.size()));
        boolean isBuilder = name(word).endsWith("()");
        said.add(name(word));
        Map<String, Object> its = container.isEmpty() ? onlyContainer() : container;
        switch (word.getName()) {
            case "image" -> its.put("image", with(settings, word));
            case "command", "args" -> {
                List<String> texts = random.nextInt(4) == 0 ? List.of() : List.of(text(), text());
                call(settings, word, (Object) texts.toArray(String[]::new));
                its.remove(word.getName());
                if (!texts.isEmpty()) {
                    its.put(word.getName(), texts);
                }
            }
            case "env" -> {
                String name = variable(its);
                setVariable(its, name, "value", with(settings, word, name));
            }
            case "envFromSecret" -> setReference(its, settings, word, "secretKeyRef");
            case "envFromConfigMap" -> setReference(its, settings, word, "configMapKeyRef");
            case "cpu", "memory" -> {
                Object[] amounts = word.getParameterCount() == 1 ? new Object[] {"7"} : new Object[] {"500m", "3Gi"};
                call(settings, word, amounts);
                Map<String, Object> resources = in(its, "resources");
                in(resources, "requests").put(word.getName(), amounts[0]);
                in(resources, "limits").put(word.getName(), amounts[amounts.length - 1]);
            }
            case "addPort" -> {
                String name = text();
                call(settings, word, name, 4711);
                list(its, "ports").add(Map.of("name", name, "containerPort", 4711, "protocol", "TCP"));
            }
            case "label" -> {
                String key = text();
                String value = with(settings, word, key);
                in(in(object, "metadata"), "labels").put(key, value);
                if (isWorkload()) {
                    in(in(template(), "metadata"), "labels").put(key, value);
                }
            }
            case "annotation" -> annotate(object, settings, word);
            case "podAnnotation" -> annotate(template(), settings, word);
            case "replicas" -> {
                int count = random.nextInt(9);
                call(settings, word, count);
                in(object, "spec").put("replicas", count);
            }
            case "schedule" -> in(object, "spec").put("schedule", with(settings, word));
            case "nodePort" -> nodePort(settings, word);
            case "container" -> {
                if (word.getParameterCount() == 0) {
                    ((Container) call(settings, word)).setTty(true);
                    its.put("tty", true);
                } else {
                    oneOfSeveral(settings, word);
                }
            }
            case "serviceAccount" -> {
                if (isBuilder) {
                    build(settings, word);
                } else {
                    in(template(), "spec").put("serviceAccountName", with(settings, word));
                }
            }
            default -> {
                if (!BUILDERS.contains(word.getName())) {
                    throw new AssertionError("nobody knows what " + word + " does");
                }
                build(settings, word);
            }
        }
    }

    /** With brackets behind it if it takes what is given a builder. */
    private static String name(Method word) {
        boolean isBuilder = word.getParameterCount() == 1 && word.getParameterTypes()[0] == UnaryOperator.class;
        return isBuilder ? word.getName() + "()" : word.getName();
    }

    /** Something that there is no word for. */
    private void build(Object settings, Method word) {
        String text = text();
        UnaryOperator<Object> change = builder -> {
            Object metadata = Compiled.get(builder, "editMetadata");
            try {
                Method add = metadata.getClass().getMethod("addToFinalizers", String[].class);
                call(metadata, add, (Object) new String[] {text});
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
            return Compiled.get(metadata, "endMetadata");
        };
        call(settings, word, change);
        list(in(object, "metadata"), "finalizers").add(text);
    }

    private void oneOfSeveral(Object settings, Method word) {
        Object[] constants = word.getParameterTypes()[0].getEnumConstants();
        Object which = constants[random.nextInt(constants.length)];
        Map<String, Object> named = containers().stream()
                .filter(container ->
                        which.toString().equals(Identifiers.constant(String.valueOf(container.get("name")))))
                .findFirst()
                .orElseThrow();
        Consumer<Object> change = container -> say(container, words(container), named);
        call(settings, word, which, change);
    }

    private void nodePort(Object settings, Method word) {
        Object[] constants = word.getParameterTypes()[0].getEnumConstants();
        Object port = constants[random.nextInt(constants.length)];
        boolean isOfTheService = word.getParameterTypes()[0].getEnclosingClass()
                == settings.getClass().getEnclosingClass();
        call(settings, word, port, 31_234);
        String portName = Compiled.get(port, "portName").toString();
        int changed = 0;
        for (Object item : list(in(object, "spec"), "ports")) {
            Map<String, Object> other = map(item);
            Object target = other.get("targetPort");
            boolean isIt = isOfTheService
                    ? Objects.equals(other.get("port"), Compiled.get(port, "number"))
                    : Objects.equals(target, Compiled.get(port, "number"))
                            || portName.equals("Optional[" + target + "]");
            if (isIt && Objects.equals(other.get("protocol"), Compiled.get(port, "protocol"))) {
                other.put("nodePort", 31_234);
                changed++;
            }
        }
        if (changed != 1) {
            throw new AssertionError(port + " is " + changed + " ports of " + object);
        }
    }

    private void annotate(Map<String, Object> tree, Object settings, Method word) {
        String key = text();
        in(in(tree, "metadata"), "annotations").put(key, with(settings, word, key));
    }

    private void setReference(Map<String, Object> container, Object settings, Method word, String kind) {
        String name = variable(container);
        String owner = text();
        String key = with(settings, word, name, owner);
        setVariable(container, name, "valueFrom", Map.of(kind, Map.of("name", owner, "key", key)));
    }

    /** A new one, or one that the container has. */
    private String variable(Map<String, Object> container) {
        List<Object> variables = container.containsKey("env") ? list(container, "env") : List.of();
        boolean isNew = variables.isEmpty() || random.nextInt(3) == 0;
        return isNew
                ? text()
                : map(variables.get(random.nextInt(variables.size())))
                        .get("name")
                        .toString();
    }

    private static void setVariable(Map<String, Object> container, String name, String what, Object value) {
        Map<String, Object> variable = Map.of("name", name, what, value);
        List<Object> variables = list(container, "env");
        for (int i = 0; i < variables.size(); i++) {
            if (name.equals(map(variables.get(i)).get("name"))) {
                variables.set(i, variable);
                return;
            }
        }
        variables.add(variable);
    }

    /** Says the word with these and with one more text, which is returned. */
    private String with(Object settings, Method word, String... first) {
        List<Object> arguments = new ArrayList<>(List.of(first));
        String text = text();
        arguments.add(text);
        call(settings, word, arguments.toArray());
        return text;
    }

    private String text() {
        return "t" + random.nextInt(1_000) + "-" + texts++;
    }

    private static Object call(Object target, Method method, Object... arguments) {
        try {
            Object result = method.invoke(target, arguments);
            if (method.getDeclaringClass().getName().contains("Settings")
                    && method.getParameterCount() > 0
                    && result != target) {
                throw new AssertionError(method + " does not return what it changes");
            }
            return result;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        } catch (InvocationTargetException e) {
            throw new AssertionError(method + Arrays.toString(arguments), e.getCause());
        }
    }

    // ---- the tree

    private boolean isWorkload() {
        return !Set.of("Service", "ServiceAccount", "Namespace").contains(object.get("kind"));
    }

    private Map<String, Object> template() {
        return switch (object.get("kind").toString()) {
            case "Pod" -> object;
            case "CronJob" -> in(in(in(in(object, "spec"), "jobTemplate"), "spec"), "template");
            default -> in(in(object, "spec"), "template");
        };
    }

    private List<Map<String, Object>> containers() {
        List<Map<String, Object>> containers = new ArrayList<>();
        Map<String, Object> spec = in(template(), "spec");
        List<Object> all =
                new ArrayList<>(spec.containsKey("initContainers") ? list(spec, "initContainers") : List.of());
        all.addAll(list(spec, "containers"));
        all.forEach(container -> containers.add(map(container)));
        return containers;
    }

    /** Something to be ignored if there are several, for then there are no words for it. */
    private Map<String, Object> onlyContainer() {
        return isWorkload() ? containers().get(0) : Map.of();
    }

    private static Map<String, Object> in(Map<String, Object> tree, String key) {
        return map(tree.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>()));
    }

    /** In a tree as a reader of YAML makes it, what has keys has texts for keys, and what is a list holds such. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object tree) {
        return (Map<String, Object>) tree;
    }

    /** In a tree as a reader of YAML makes it, what has keys has texts for keys, and what is a list holds such. */
    @SuppressWarnings("unchecked")
    private static List<Object> list(Map<String, Object> tree, String key) {
        return (List<Object>) tree.computeIfAbsent(key, k -> new ArrayList<>());
    }
}
