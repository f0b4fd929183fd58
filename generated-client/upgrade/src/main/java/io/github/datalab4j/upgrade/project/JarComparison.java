package io.github.datalab4j.upgrade.project;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import japicmp.output.OutputFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What differs between the public APIs of two jars.
 *
 * @param changes class by class
 */
public record JarComparison(List<ApiChange> changes) {
  static JarComparison between(Path before, Path after) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    options.setAccessModifier(AccessModifier.PUBLIC);
    List<JApiClass> classes =
        new JarArchiveComparator(options)
            .compare(
                new JApiCmpArchive(before.toFile(), "before"),
                new JApiCmpArchive(after.toFile(), "after"));
    Options output = Options.newDefault();
    output.setOutputOnlyModifications(true);
    output.setAccessModifier(AccessModifier.PUBLIC);
    new OutputFilter(output).filter(classes);
    JarComparison comparison = new JarComparison(new ArrayList<>());
    classes.forEach(comparison::add);
    return comparison;
  }

  private void add(JApiClass type) {
    String name = type.getFullyQualifiedName().replaceFirst("^.*\\.", "").replace('$', '.');
    if (type.getChangeStatus() == JApiChangeStatus.MODIFIED) {
      int before = changes.size();
      type.getConstructors().forEach(each -> add(name, each, simple(each.getName())));
      type.getMethods().forEach(each -> add(name, each, signature(each)));
      type.getFields().forEach(each -> add(name, each));
      boolean nothingElse = type.isBinaryCompatible() && type.isSourceCompatible();
      if (changes.size() > before || nothingElse) {
        return;
      }
    }
    add(name, "", type.getChangeStatus(), type.isBinaryCompatible(), type.isSourceCompatible());
  }

  private void add(String className, JApiBehavior behavior, String name) {
    String parameters =
        behavior.getParameters().stream()
            .map(parameter -> simple(parameter.getType()))
            .collect(Collectors.joining(", ", "(", ")"));
    add(
        className,
        name + parameters,
        behavior.getChangeStatus(),
        behavior.isBinaryCompatible(),
        behavior.isSourceCompatible());
  }

  private void add(String className, JApiField field) {
    add(
        className,
        field.getName(),
        field.getChangeStatus(),
        field.isBinaryCompatible(),
        field.isSourceCompatible());
  }

  private void add(
      String className, String member, JApiChangeStatus status, boolean binary, boolean source) {
    if (status != JApiChangeStatus.UNCHANGED) {
      String word =
          status == JApiChangeStatus.NEW ? "added" : status.name().toLowerCase(Locale.ROOT);
      String what = status == JApiChangeStatus.MODIFIED ? "changed" : word;
      changes.add(new ApiChange(className, member, what, binary, source));
    }
  }

  private static String signature(JApiMethod method) {
    String old = simple(method.getReturnType().getOldReturnType());
    String now = simple(method.getReturnType().getNewReturnType());
    boolean both = method.getChangeStatus() == JApiChangeStatus.MODIFIED && !old.equals(now);
    String type =
        both
            ? old + " \u2192 " + now
            : method.getChangeStatus() == JApiChangeStatus.REMOVED ? old : now;
    return type + " " + method.getName();
  }

  private static String simple(String type) {
    return type.replaceAll("(?:\\w+\\.)+(?=\\w)", "").replace('$', '.');
  }

  /** Whether code that was compiled against the old jar works with the new one. */
  public boolean isBinaryCompatible() {
    return changes.stream().allMatch(ApiChange::binary);
  }
}
