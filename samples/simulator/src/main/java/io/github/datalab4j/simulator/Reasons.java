package io.github.datalab4j.simulator;

import io.netty.handler.codec.http.HttpResponseStatus;

/** Reason phrases of status lines. */
final class Reasons {
  private Reasons() {}

  static String of(int status) {
    return status == 529 ? "Site is overloaded" : HttpResponseStatus.valueOf(status).reasonPhrase();
  }
}
