package io.github.datalab4j.simulator;

/**
 * Templates for the {@code response_check_url} of an answer. Any text is a template: {@code {base}}
 * becomes the address of the simulator, {@code {lookup_key}} the key of the job.
 */
public final class CheckUrl {
  /** Absolute, on this simulator, under the deprecated prefix. The default. */
  public static final String ABSOLUTE = "{base}/api/v1/custom_pipelines/{lookup_key}";

  /** Absolute, on this simulator, under the newer prefix. */
  public static final String ABSOLUTE_PROCESSORS = "{base}/api/v1/custom_processors/{lookup_key}";

  /** A path only, under the deprecated prefix. */
  public static final String RELATIVE = "/api/v1/custom_pipelines/{lookup_key}";

  /** A path only, under the newer prefix. */
  public static final String RELATIVE_PROCESSORS = "/api/v1/custom_processors/{lookup_key}";

  /** Absolute, on another host than the one called, as the service itself does it. */
  public static final String OTHER_HOST =
      "https://api.datalab.to/api/v1/custom_pipelines/{lookup_key}";

  private CheckUrl() {}

  static String expand(String template, String base, String lookupKey) {
    return template.replace("{base}", base).replace("{lookup_key}", lookupKey);
  }
}
