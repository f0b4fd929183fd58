package io.github.datalab4j.generator.surface;

import io.github.datalab4j.generator.model.EnumModel;
import io.github.datalab4j.generator.model.FieldSpec;
import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.ObjectModel;
import io.github.datalab4j.generator.model.UnionModel;
import io.github.datalab4j.generator.naming.NameKeys;
import io.github.datalab4j.generator.operation.ApiSpec;
import io.github.datalab4j.generator.operation.OperationSpec;
import io.github.datalab4j.generator.operation.ParameterSpec;
import io.github.datalab4j.generator.operation.PartFactory;
import io.github.datalab4j.generator.operation.PartsSpec;
import io.github.datalab4j.generator.schema.ShapeWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes down what the generated code offers, sorted, a fact a line. */
public final class Surface {
  private static final String HEAD =
      "# What the generated client offers: the operations, then the models. Written by the\n"
          + "# generator and compared with at every build; review a change as one of the public API.\n";

  private static final List<String> ORDER = Arrays.asList("servers", "operation", "parts");

  private static final String SERVERS = "servers of the document";

  private final SortedMap<String, List<String>> blocks =
      new TreeMap<>(
          Comparator.comparing(Surface::order)
              .thenComparing(Surface::name)
              .thenComparing(Comparator.naturalOrder()));

  private Surface() {}

  public static String of(
      List<String> servers,
      List<ApiSpec> apis,
      List<PartsSpec> parts,
      List<? extends ModelSpec> models) {
    Surface surface = new Surface();
    if (!servers.isEmpty()) {
      surface.blocks.put(SERVERS, servers);
    }
    for (ApiSpec api : apis) {
      api.operations().forEach(operation -> surface.operation(api, operation));
    }
    parts.forEach(surface::parts);
    models.forEach(surface::model);
    return surface.text();
  }

  /**
   * The servers, then operations, then makers of parts, then all classes by name, whatever they
   * are.
   */
  private static int order(String header) {
    int order = ORDER.indexOf(header.substring(0, header.indexOf(' ')));
    return order < 0 ? ORDER.size() : order;
  }

  /** For an operation the path first: what belongs together stands together. */
  private static String name(String header) {
    String[] words = header.split(" ", -1);
    return words[0].equals("operation") ? words[words.length - 1] : words[1];
  }

  private String text() {
    StringBuilder text = new StringBuilder(HEAD);
    blocks.forEach(
        (header, lines) -> {
          text.append('\n').append(onOneLine(header)).append('\n');
          lines.forEach(line -> text.append("  ").append(onOneLine(line)).append('\n'));
        });
    return text.toString();
  }

  /** Names of the document may hold anything. */
  private static String onOneLine(String text) {
    return text.replaceAll("\\R|\\p{Cntrl}", " ");
  }

  private void operation(ApiSpec api, OperationSpec operation) {
    List<String> lines = new ArrayList<>();
    lines.add("method " + api.className() + "." + operation.name());
    lines.add("result " + operation.result().surface());
    operation.answers().forEach(answer -> lines.add("answer " + answer));
    operation.servers().forEach(server -> lines.add("server " + server));
    if (!operation.security().isEmpty()) {
      lines.add("security " + String.join(" or ", operation.security()));
    }
    if (!operation.deprecation().isEmpty()) {
      lines.add("deprecated");
    }
    for (ParameterSpec parameter : operation.parameters()) {
      lines.add(parameter(parameter));
    }
    blocks.put("operation " + operation.id().key(), lines);
  }

  private static String parameter(ParameterSpec parameter) {
    String wireName = parameter.wireName().isEmpty() ? "" : " \"" + parameter.wireName() + "\"";
    List<String> more = new ArrayList<>(parameter.facts());
    if (!parameter.surface().isEmpty()) {
      more.add(0, parameter.surface());
    }
    return parameter.place()
        + wireName
        + ": "
        + parameter.type()
        + " "
        + parameter.name()
        + (parameter.required() ? ", required" : ", optional")
        + also(more);
  }

  private static String also(List<String> facts) {
    return facts.stream().map(fact -> ", " + fact).collect(Collectors.joining());
  }

  private void parts(PartsSpec parts) {
    List<String> lines = new ArrayList<>();
    lines.add("of " + NameKeys.oneLine(parts.operation()));
    for (PartFactory factory : parts.factories()) {
      lines.add(factory.name() + " \"" + factory.wireName() + "\"");
    }
    blocks.put("parts " + parts.className(), lines);
  }

  private void model(ModelSpec model) {
    if (model instanceof ObjectModel) {
      object((ObjectModel) model);
    } else if (model instanceof EnumModel) {
      enumeration((EnumModel) model);
    } else if (model instanceof UnionModel) {
      union((UnionModel) model);
    }
  }

  private void object(ObjectModel model) {
    List<String> lines = new ArrayList<>();
    for (FieldSpec field : model.fields()) {
      lines.add(
          "\""
              + field.jsonName()
              + "\": "
              + field.type()
              + " "
              + field.name()
              + (field.required() ? ", required" : ", optional")
              + (field.deprecated() ? ", deprecated" : "")
              + (field.secret() ? ", secret" : "")
              + (field.hasDefault() ? ", default " + ShapeWords.text(field.defaultValue()) : "")
              + also(field.words()));
    }
    Collections.sort(lines);
    lines.add(
        "further fields: "
            + model.additional()
            + (model.closed() ? ", ruled out" : "")
            + also(model.words()));
    put("object " + model.className(), model, lines);
  }

  private void enumeration(EnumModel model) {
    List<String> lines = new ArrayList<>();
    model.constants().forEach(constant -> lines.add(constant.literal() + ": " + constant.name()));
    Collections.sort(lines);
    put("enum " + model.className() + " of " + model.valueType(), model, lines);
  }

  private void union(UnionModel model) {
    List<String> lines = new ArrayList<>();
    if (model.discriminator() != null) {
      lines.add("told apart by \"" + model.discriminator() + "\"");
    }
    if (!model.words().isEmpty()) {
      lines.add("each: " + String.join(", ", model.words()));
    }
    model
        .alternatives()
        .forEach(
            alternative ->
                lines.add(
                    alternative.label()
                        + ": "
                        + alternative.type()
                        + (alternative.factory().equals("of") ? "" : " " + alternative.factory())
                        + also(alternative.words())
                        + also(values(model, alternative.index()))));
    put("union " + model.className(), model, lines);
  }

  /** Says what a class is made for, where its name does not. */
  private void put(String header, ModelSpec model, List<String> lines) {
    String origin = NameKeys.oneLine(model.origin());
    if (!origin.equals(model.className())) {
      lines.add(0, "of " + origin);
    }
    blocks.put(header, lines);
  }

  /** The values of the discriminator that stand for an alternative. */
  private static List<String> values(UnionModel model, int alternative) {
    return model.cases().entrySet().stream()
        .filter(each -> each.getValue().contains(alternative))
        .map(each -> ShapeWords.text(each.getKey()))
        .collect(Collectors.toList());
  }
}
