package io.github.datalab4j.quickstart;

import io.github.datalab4j.FileInstructions;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code NAME=TEXT} and {@code NAME:N=TEXT}. File names may hold {@code =} and {@code :}
 * themselves: of the names that are sent, the longest that fits is meant. So with {@code a} and
 * {@code a=b} sent, {@code a=b=c} says {@code c} about {@code a=b}.
 */
final class Instructions {
  private static final Pattern PAGE = Pattern.compile("(\\d{1,9})=(.*)", Pattern.DOTALL);

  private final List<String> names;
  private final Map<String, FileInstructions.Builder> builders = new HashMap<>();
  private final Map<String, String> general = new HashMap<>();

  private Instructions(Collection<String> names) {
    this.names = names.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** The instructions by file name; a file that has none is absent. */
  static Map<String, FileInstructions> parse(
      Collection<String> names, List<String> instruct, List<String> page) {
    Instructions instructions = new Instructions(names);
    instruct.forEach(instructions::general);
    page.forEach(instructions::page);
    Map<String, FileInstructions> built = new HashMap<>();
    instructions.builders.forEach((name, builder) -> built.put(name, builder.build()));
    return built;
  }

  private void general(String text) {
    if (text.indexOf('=') < 0) {
      throw new UsageException("--instruct '" + text + "' has no '=': write NAME=TEXT.");
    }
    String name =
        fitting(text, "=").orElseThrow(() -> notSent("--instruct", text, text.indexOf('=')));
    if (general.put(name, text) != null) {
      throw new UsageException(
          "--instruct says something about " + name + " twice: join the texts.");
    }
    apply("--instruct", text, () -> builder(name).general(text.substring(name.length() + 1)));
  }

  private void page(String text) {
    @Nullable String fitting = null;
    for (String name : names) {
      if (text.startsWith(name + ":")) {
        fitting = fitting == null ? name : fitting;
        Matcher page = PAGE.matcher(text.substring(name.length() + 1));
        if (page.matches()) {
          int number = Integer.parseInt(page.group(1));
          apply("--page", text, () -> builder(name).page(number, page.group(2)));
          return;
        }
      }
    }
    if (fitting == null && text.matches("(?s).*:\\d+=.*")) {
      throw notSent("--page", text, text.indexOf(':'));
    }
    throw new UsageException(
        "--page '" + text + "' is not of the form NAME:N=TEXT, such as \"report.pdf:3=Skip it\".");
  }

  private Optional<String> fitting(String text, String separator) {
    return names.stream().filter(name -> text.startsWith(name + separator)).findFirst();
  }

  private FileInstructions.Builder builder(String name) {
    return builders.computeIfAbsent(name, any -> FileInstructions.builder());
  }

  private UsageException notSent(String option, String text, int end) {
    String sent = names.isEmpty() ? "no file is" : "sent are " + String.join(", ", names);
    return new UsageException(
        option
            + " names '"
            + text.substring(0, end)
            + "', which is not sent ("
            + sent
            + "): add it by --file or correct the name.");
  }

  private static void apply(String option, String text, Runnable change) {
    try {
      change.run();
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + " '" + text + "': " + e.getMessage());
    }
  }
}
