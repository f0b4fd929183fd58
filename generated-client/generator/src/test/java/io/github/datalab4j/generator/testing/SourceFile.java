package io.github.datalab4j.generator.testing;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source in memory. */
final class SourceFile extends SimpleJavaFileObject {
  final String className;
  final String text;

  SourceFile(String className, String text) {
    super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
    this.className = className;
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
