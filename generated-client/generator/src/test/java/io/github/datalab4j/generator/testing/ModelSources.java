package io.github.datalab4j.generator.testing;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.datalab4j.generator.model.AdapterGroups;
import io.github.datalab4j.generator.model.ModelSpec;
import io.github.datalab4j.generator.model.ModelSupport;
import io.github.datalab4j.generator.model.TypeResolver;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sources of models, written by the templates as the framework would write them. */
public final class ModelSources {
  /** As whole clients have it, so that what both have in common is compiled once. */
  public static final String PACKAGE = "generated.model";

  private static final Mustache.Compiler MUSTACHE =
      Mustache.compiler()
          .escapeHTML(false)
          .defaultValue("")
          .withLoader(name -> template(name + ".mustache"));

  private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

  private ModelSources() {}

  /** Of all components of a document, by full class name. */
  public static Map<String, String> of(TypeResolver types) {
    types.components().all().keySet().forEach(types::resolveComponent);
    Collection<ModelSpec> models = types.models();
    Map<String, String> sources = new LinkedHashMap<>();
    Map<String, Object> data = new HashMap<>();
    data.put("modelPackage", PACKAGE);
    data.put("adapters", AdapterGroups.of(models));
    for (String name : ModelSupport.FILES) {
      sources.put(PACKAGE + "." + name, write("model/" + name, data));
    }
    for (ModelSpec model : models) {
      data.put("model", model);
      sources.put(PACKAGE + "." + model.className(), write("model", data));
      sources.put(PACKAGE + "." + model.adapterName(), write("adapter", data));
    }
    return sources;
  }

  private static String write(String template, Map<String, Object> data) {
    return TEMPLATES
        .computeIfAbsent(template, name -> MUSTACHE.compile(template(name + ".mustache")))
        .execute(data);
  }

  private static Reader template(String name) {
    InputStream in = ModelSources.class.getResourceAsStream("/retrofit-moshi/" + name);
    if (in == null) {
      throw new IllegalArgumentException("no template " + name);
    }
    return new InputStreamReader(in, StandardCharsets.UTF_8);
  }
}
