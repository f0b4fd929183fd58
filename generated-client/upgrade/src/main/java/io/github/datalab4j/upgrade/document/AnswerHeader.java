package io.github.datalab4j.upgrade.document;

/**
 * A header of an answer.
 *
 * @param name as the document writes it; headers are told apart whatever the case of their letters
 * @param required whether it is always sent
 */
public record AnswerHeader(String name, TypeUse type, boolean required) {}
