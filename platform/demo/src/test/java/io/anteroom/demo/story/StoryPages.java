package io.anteroom.demo.story;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Holds each story to what {@code pages.txt} says of it: the pages it lists as looked at there were, the first time with
 * everything that {@link EveryPageTest} looks for. It is asked for in {@code META-INF/services}, so no story can forget it.
 */
public final class StoryPages implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Set<String> AWAITED = new TreeSet<>();

    private int passed;

    /** Whether the story that runs has yet to look at a page of that route; from then on it has. */
    static boolean awaits(String route) {
        return AWAITED.remove(route);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        AWAITED.clear();
        AWAITED.addAll(PageList.read().in(context.getRequiredTestClass().getSimpleName()));
        passed = 0;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            passed++;
        }
    }

    /** Only where all of it was told: a part of it may not have come that far. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (passed == tests(context.getRequiredTestClass()) && !AWAITED.isEmpty()) {
            throw new AssertionError("pages.txt says that this story looks at " + AWAITED);
        }
    }

    private static int tests(Class<?> story) {
        return AnnotationSupport.findAnnotatedMethods(story, Test.class, HierarchyTraversalMode.TOP_DOWN)
                .size();
    }
}
