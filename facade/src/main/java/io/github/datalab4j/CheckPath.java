package io.github.datalab4j;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a job is watched: what a check URL comes to on the configured origin. */
final class CheckPath {
  private static final String CUSTOM_PIPELINES = "/api/v1/custom_pipelines/";

  private final HttpUrl url;
  private final String path;
  private final @Nullable String query;
  private final String lookupKey;

  CheckPath(HttpUrl url, String path, @Nullable String query, String lookupKey) {
    this.url = url;
    this.path = path;
    this.query = query;
    this.lookupKey = lookupKey;
  }

  /** The address on the configured origin, its path prefix included: what is requested. */
  HttpUrl url() {
    return url;
  }

  /** Path and query as the server named them, without origin and prefix: what a token keeps. */
  String encoded() {
    return query == null ? path : path + "?" + query;
  }

  /** The last segment of the path, decoded. */
  String lookupKey() {
    return lookupKey;
  }

  /** Whether the generated operation {@code getCustomPipelineStatus} requests just this. */
  boolean isCustomPipeline() {
    return query == null
        && path.startsWith(CUSTOM_PIPELINES)
        && path.indexOf('/', CUSTOM_PIPELINES.length()) < 0;
  }
}
