package io.github.datalab4j.generator.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A compiled class in memory. */
final class ClassFile extends SimpleJavaFileObject {
  final String className;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ClassFile(String className) {
    super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
    this.className = className;
  }

  String packageName() {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  @Override
  public OutputStream openOutputStream() {
    return bytes;
  }

  @Override
  public InputStream openInputStream() {
    return new ByteArrayInputStream(bytes());
  }
}
