package io.github.datalab4j.upgrade.document;

/**
 * Something that an operation is given.
 *
 * @param place {@code path}, {@code query}, {@code header}, {@code cookie}, {@code part}, {@code
 *     field} or {@code body}
 * @param name on the wire; empty for a body
 * @param encoding a style or media type that is not the usual one; else empty
 * @param defaultValue as JSON; empty where there is none
 * @param description as the document has it; empty where there is none
 * @param javaName the name of the parameter
 * @param javaType the type of the parameter, with its nullness
 */
public record Input(
    String place,
    String name,
    TypeUse type,
    boolean required,
    String encoding,
    String defaultValue,
    String description,
    boolean deprecated,
    String javaName,
    String javaType) {

  /** For people: {@code cookie `access_token`}, {@code path parameter `id`}. */
  public String title() {
    if (name.isEmpty()) {
      return place;
    }
    boolean parameter = place.equals("path") || place.equals("query");
    return (parameter ? place + " parameter" : place.equals("field") ? "form field" : place)
        + " `"
        + name
        + "`";
  }
}
