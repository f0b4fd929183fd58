package io.github.datalab4j.upgrade.project;

/**
 * One change of the Java API, as japicmp sees it.
 *
 * @param className without its package
 * @param member as source without modifiers; empty where it is the class itself
 * @param what {@code added}, {@code removed} or {@code changed}
 * @param binary whether compiled code goes on working
 * @param source whether source code goes on compiling
 */
public record ApiChange(
    String className, String member, String what, boolean binary, boolean source) {}
