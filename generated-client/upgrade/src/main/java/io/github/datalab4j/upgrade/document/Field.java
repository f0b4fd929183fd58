package io.github.datalab4j.upgrade.document;

/**
 * A field of an object.
 *
 * @param name in JSON
 * @param defaultValue as JSON; empty where there is none
 * @param description as the document has it; empty where there is none
 */
public record Field(
    String name,
    TypeUse type,
    boolean required,
    String defaultValue,
    String description,
    boolean deprecated,
    Member java) {}
