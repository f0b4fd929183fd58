package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.naming.JavaNames;
import org.jspecify.annotations.Nullable;

/** Where in the document a type is needed: decides the name of a class made for it. */
final class Place {
  private final String owner;
  private final String member;
  private final String where;
  private final @Nullable String component;

  private Place(String owner, String member, String where, @Nullable String component) {
    this.owner = owner;
    this.member = member;
    this.where = where;
    this.component = component;
  }

  static Place ofComponent(String className, String component) {
    return new Place(className, "", component, component);
  }

  static Place ofMember(String owner, String member) {
    return ofMember(owner, member, member.isEmpty() ? owner : owner + "." + member);
  }

  static Place ofMember(String owner, String member, String where) {
    return new Place(JavaNames.pascal(owner), JavaNames.pascal(member), where, null);
  }

  /** A part of what stands here: an item, a value, an alternative. */
  Place part(String name) {
    return new Place(owner, member + JavaNames.pascal(name), where + "/" + name, null);
  }

  /** For people, and what the surface file knows the class by. */
  String where() {
    return where;
  }

  /** The component that stands here, or null. */
  @Nullable String component() {
    return component;
  }

  /** The name for a class made here, before it is made unique. */
  String wish() {
    return owner + member;
  }
}
