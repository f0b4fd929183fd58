package io.github.datalab4j.generator.operation;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words how a caller is let in. */
final class SecurityReader {
  private final Map<String, SecurityScheme> schemes;
  private final @Nullable List<SecurityRequirement> usual;

  SecurityReader(OpenAPI document) {
    boolean some =
        document.getComponents() != null && document.getComponents().getSecuritySchemes() != null;
    this.schemes = some ? document.getComponents().getSecuritySchemes() : Map.of();
    this.usual = document.getSecurity();
  }

  /** The alternatives; empty where nothing is asked for. */
  Set<String> of(Operation operation) {
    List<SecurityRequirement> requirements =
        operation.getSecurity() == null ? usual : operation.getSecurity();
    Set<String> ways = new TreeSet<>();
    if (requirements != null) {
      requirements.forEach(requirement -> ways.add(words(requirement)));
    }
    return ways;
  }

  private String words(SecurityRequirement requirement) {
    return requirement.isEmpty()
        ? "nothing"
        : requirement.entrySet().stream()
            .map(each -> words(each.getKey()) + scopes(each.getValue()))
            .sorted()
            .collect(Collectors.joining(" and "));
  }

  private static String scopes(@Nullable List<String> scopes) {
    return scopes == null
        ? ""
        : scopes.stream().sorted().map(scope -> " " + scope).collect(Collectors.joining());
  }

  private String words(String name) {
    SecurityScheme scheme = schemes.get(name);
    if (scheme == null || scheme.getType() == null) {
      return name;
    }
    if (scheme.getType() == SecurityScheme.Type.APIKEY) {
      return scheme.getIn() + " " + scheme.getName();
    }
    return scheme.getType() == SecurityScheme.Type.HTTP
        ? "HTTP " + scheme.getScheme()
        : scheme.getType().toString();
  }
}
