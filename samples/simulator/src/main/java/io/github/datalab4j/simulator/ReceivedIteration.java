package io.github.datalab4j.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One iterate call that arrived whole, whether it was accepted or not. */
public final class ReceivedIteration {
  private final ReceivedRequest http;
  private final List<ReceivedPart> parts;
  private final @Nullable String lookupKey;

  ReceivedIteration(ReceivedRequest http, List<ReceivedPart> parts, @Nullable String lookupKey) {
    this.http = http;
    this.parts = parts;
    this.lookupKey = lookupKey;
  }

  static ReceivedIteration of(ReceivedRequest http, @Nullable Form form) {
    List<ReceivedPart> parts = form == null ? Collections.emptyList() : form.parts();
    return new ReceivedIteration(http, parts, null);
  }

  ReceivedIteration accepted(@Nullable String lookupKey) {
    return new ReceivedIteration(http, parts, lookupKey);
  }

  /** The processor id of the path, decoded. */
  public String processorId() {
    return http.route.id;
  }

  /** The text of the part {@code request}; null if there was none. */
  public @Nullable String request() {
    return text("request");
  }

  /** The text of the part {@code file_instructions}; null if there was none. */
  public @Nullable String fileInstructions() {
    return text("file_instructions");
  }

  /** The parts that are files named {@code files}, in their order. */
  public List<ReceivedPart> files() {
    List<ReceivedPart> files = new ArrayList<>();
    for (ReceivedPart part : parts) {
      if (part.isFile() && "files".equals(part.name())) {
        files.add(part);
      }
    }
    return Collections.unmodifiableList(files);
  }

  /** All parts in their order; empty if the body was no multipart form. */
  public List<ReceivedPart> parts() {
    return parts;
  }

  /** Whether a job was made of it, even if the answer never reached the client. */
  public boolean isAccepted() {
    return lookupKey != null;
  }

  /** The lookup key of the job that was made of it; null if there is none. */
  public @Nullable String lookupKey() {
    return lookupKey;
  }

  /** The request that carried it. */
  public ReceivedRequest http() {
    return http;
  }

  /** The text of the last part of that name, as the service takes it. */
  private @Nullable String text(String name) {
    String text = null;
    for (ReceivedPart part : parts) {
      if (name.equals(part.name()) && part.text() != null) {
        text = part.text();
      }
    }
    return text;
  }

  @Override
  public String toString() {
    return "ReceivedIteration{" + processorId() + ", " + parts + ", lookupKey=" + lookupKey + '}';
  }
}
