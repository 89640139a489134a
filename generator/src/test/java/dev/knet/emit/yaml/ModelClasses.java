package dev.knet.emit.yaml;

import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;

/** Every class of the Kubernetes model that the tests can see. */
final class ModelClasses {
    private static final String PACKAGE = "io/fabric8/kubernetes/api/model/";

    private ModelClasses() {}

    /** Those that are part of an object, as written by some API version; sorted by name. */
    static List<Class<?>> all() throws IOException {
        List<Class<?>> classes = new ArrayList<>();
        ClassLoader loader = ModelClasses.class.getClassLoader();
        for (URL jar : Collections.list(loader.getResources(PACKAGE))) {
            for (JarEntry entry : Collections.list(
                    ((JarURLConnection) jar.openConnection()).getJarFile().entries())) {
                if (entry.getName().startsWith(PACKAGE) && entry.getName().endsWith(".class")) {
                    add(classes, entry.getName(), loader);
                }
            }
        }
        classes.sort(Comparator.comparing(Class::getName));
        return classes;
    }

    private static void add(List<Class<?>> classes, String entry, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(
                    entry.replace('/', '.').substring(0, entry.length() - ".class".length()), false, loader);
            if (isPartOfObjects(type)) {
                classes.add(type);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPartOfObjects(Class<?> type) {
        return KubernetesResource.class.isAssignableFrom(type)
                && !type.isInterface()
                && !Modifier.isAbstract(type.getModifiers())
                && hasConstructor(type);
    }

    private static boolean hasConstructor(Class<?> type) {
        for (var constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == 0) {
                return true;
            }
        }
        return false;
    }
}
