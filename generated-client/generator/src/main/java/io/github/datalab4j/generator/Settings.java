package io.github.datalab4j.generator;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CliOption;
import org.openapitools.codegen.CodegenConstants;

/** The options of the generator. */
final class Settings {
  private static final String WITH_HTTP_INFO = "withHttpInfo";
  private static final String SUPPORT_PACKAGE = "supportPackage";
  private static final String SURFACE_FILE = "surfaceFile";
  private static final String ACCEPT_SURFACE = "acceptSurface";
  private static final String ACCEPT_COMMAND = "acceptCommand";
  private static final String REACHABILITY_FOLDER = "reachabilityFolder";

  private static final List<String> ELSEWHERE =
      Arrays.asList(SURFACE_FILE, ACCEPT_SURFACE, ACCEPT_COMMAND, CodegenConstants.TEMPLATE_DIR);

  final String invokerPackage;
  final String apiPackage;
  final String modelPackage;

  /** Where the support code is; it is generated only where this is the invoker package. */
  final String supportPackage;

  final boolean withHttpInfo;
  final @Nullable Path surfaceFile;
  final boolean acceptSurface;
  final String acceptCommand;

  /** Below the output folder; empty for none. */
  final String reachabilityFolder;

  private Settings(Map<String, Object> values) {
    this.invokerPackage = text(values, CodegenConstants.INVOKER_PACKAGE, "org.openapitools.client");
    this.apiPackage = text(values, CodegenConstants.API_PACKAGE, invokerPackage + ".api");
    this.modelPackage = text(values, CodegenConstants.MODEL_PACKAGE, invokerPackage + ".model");
    this.supportPackage = text(values, SUPPORT_PACKAGE, invokerPackage);
    checkPackage(CodegenConstants.INVOKER_PACKAGE, invokerPackage);
    checkPackage(CodegenConstants.API_PACKAGE, apiPackage);
    checkPackage(CodegenConstants.MODEL_PACKAGE, modelPackage);
    checkPackage(SUPPORT_PACKAGE, supportPackage);
    this.withHttpInfo = flag(values, WITH_HTTP_INFO);
    String surface = text(values, SURFACE_FILE, "");
    this.surfaceFile = surface.isEmpty() ? null : Paths.get(surface);
    this.acceptSurface = flag(values, ACCEPT_SURFACE);
    this.acceptCommand =
        text(values, ACCEPT_COMMAND, "the generator once more with " + ACCEPT_SURFACE + "=true");
    this.reachabilityFolder = text(values, REACHABILITY_FOLDER, "");
  }

  private static void checkPackage(String option, String name) {
    if (!SourceVersion.isName(name)) {
      throw new IllegalArgumentException(
          "The option " + option + " is \"" + name + "\", which is no name of a Java package.");
    }
  }

  static Settings of(Map<String, Object> values) {
    return new Settings(values);
  }

  /**
   * Of all properties those that can be seen in the output: our options, and what templates of the
   * user's own may read. Where files lie on this machine is none of them.
   */
  static Map<String, Object> thatShapeTheOutput(Map<String, Object> values) {
    Map<String, Object> shaping = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          boolean plain = value instanceof String || value instanceof Boolean;
          if (plain && !ELSEWHERE.contains(name)) {
            shaping.put(name, value);
          }
        });
    return shaping;
  }

  boolean generatesSupport() {
    return supportPackage.equals(invokerPackage);
  }

  static CliOption[] options() {
    return new CliOption[] {
      option(
          CodegenConstants.INVOKER_PACKAGE,
          "The package of ApiClient and the rest of the support code.",
          "org.openapitools.client"),
      option(
          CodegenConstants.API_PACKAGE,
          "The package of the interfaces.",
          "the invoker package and .api"),
      option(
          CodegenConstants.MODEL_PACKAGE,
          "The package of the models.",
          "the invoker package and .model"),
      option(
          CodegenConstants.SOURCE_FOLDER,
          "The folder for the sources, below the output folder.",
          "src/main/java"),
      option(
          SUPPORT_PACKAGE,
          "Use the support code of this package, from another generation, and generate none.",
          "the invoker package"),
      option(
          WITH_HTTP_INFO,
          "For each method a second one, named ...WithHttpInfo, that answers with the whole"
              + " response: status, headers and body.",
          "false"),
      option(
          SURFACE_FILE,
          "The surface file: a text that says what the generated code offers, to be checked in."
              + " The generator fails where its result differs from it, and takes the names that"
              + " methods have from it.",
          "none: no check"),
      option(ACCEPT_SURFACE, "Write the surface file instead of comparing with it.", "false"),
      option(
          ACCEPT_COMMAND,
          "The command that a failing comparison names as the one that accepts.",
          "a hint at " + ACCEPT_SURFACE),
      option(
          REACHABILITY_FOLDER,
          "The folder, below the output folder, for the reachability-metadata.json by which GraalVM"
              + " finds the interfaces: META-INF/native-image, the group and the artifact, in a"
              + " folder that the build takes resources from.",
          "none: no such file"),
    };
  }

  private static CliOption option(String name, String help, String defaultValue) {
    return CliOption.newString(name, help + " Default: " + defaultValue + ".");
  }

  private static String text(Map<String, Object> values, String name, String otherwise) {
    Object value = values.get(name);
    return value == null || value.toString().trim().isEmpty() ? otherwise : value.toString().trim();
  }

  private static boolean flag(Map<String, Object> values, String name) {
    return Boolean.parseBoolean(text(values, name, "false"));
  }
}
