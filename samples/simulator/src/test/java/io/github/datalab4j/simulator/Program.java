package io.github.datalab4j.simulator;

import java.io.IOException;
import okhttp3.RequestBody;

/** A small program that uses Datalab, in the role of the user's own. */
final class Program implements AutoCloseable {
  private final Client client;

  Program(String baseUrl, String apiKey) {
    client = new Client(baseUrl, apiKey);
  }

  /** Iterates the processor and polls, past errors, until the job is at its end; its last word. */
  String improve(String processorId, String request, String fileName) throws IOException {
    RequestBody file = Client.bytes("application/pdf", 10);
    Client.Reply accepted =
        client.iterate(
            processorId, Client.form(request).addFormDataPart("files", fileName, file).build());
    if (accepted.status != 200) {
      return "refused: " + accepted.status;
    }
    String url = accepted.string("response_check_url");
    while (true) {
      String word = poll(url);
      if (word.equals("completed") || word.equals("failed")) {
        return word;
      }
    }
  }

  private String poll(String url) {
    try {
      Client.Reply answer = client.get(url);
      return answer.status == 200 && answer.isJson() ? answer.string("status") : "try again";
    } catch (IOException e) {
      return "try again";
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
