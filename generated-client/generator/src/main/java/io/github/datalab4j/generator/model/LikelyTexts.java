package io.github.datalab4j.generator.model;

import io.github.datalab4j.generator.type.JavaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that a text is likely to have: its only one, or two and more that its description has
 * in quotes. They are a hint for speed alone: an adapter takes any other text as well.
 */
final class LikelyTexts {
  private static final int MOST = 16;
  private static final Pattern QUOTED = Pattern.compile("(['\"`])([A-Za-z0-9_.-]{1,40})\\1");

  private LikelyTexts() {}

  static List<String> of(JavaType type, List<Object> constants, @Nullable String description) {
    if (!type.is(JavaType.Kind.STRING)) {
      return Collections.emptyList();
    }
    Set<String> texts = new LinkedHashSet<>();
    if (constants.size() == 1 && constants.get(0) instanceof String) {
      texts.add((String) constants.get(0));
    } else if (description != null) {
      Matcher quoted = QUOTED.matcher(description);
      while (texts.size() < MOST && quoted.find()) {
        texts.add(quoted.group(2));
      }
      if (texts.size() == 1) {
        return Collections.emptyList(); // mostly the value of another field
      }
    }
    return Collections.unmodifiableList(new ArrayList<>(texts));
  }
}
