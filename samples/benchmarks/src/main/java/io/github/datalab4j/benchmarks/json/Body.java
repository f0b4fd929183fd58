package io.github.datalab4j.benchmarks.json;

import java.nio.charset.StandardCharsets;

/** The bodies that are decoded, as the service writes them. */
public enum Body {
  /** The answer to nearly every poll: 243 bytes, what has no value yet is null. */
  PROCESSING(
      Kind.STATUS,
      """
      {"status":"processing","processor_id":null,"request_description":"Keep all footnotes here",\
      "sent_at":"2026-11-01T12:00:00.123456","success":null,"error_message":null,"runtime":null,\
      "completed_at":null,"pipeline_params":null,"pipeline_id":null}"""),

  COMPLETED(
      Kind.STATUS,
      """
      {"status":"completed","processor_id":"cp_a1B2c","request_description":"Keep all footnotes here",\
      "sent_at":"2026-11-01T12:00:00.123456","success":true,"error_message":null,\
      "runtime":187.25,"completed_at":"2026-11-01T12:03:07.373456",\
      "pipeline_params":{"max_pages":40,"mode":"balanced","languages":["en","de"]},\
      "pipeline_id":"pl_d3E4f"}"""),

  PROCESSING_WITH_UNKNOWN_FIELDS(Kind.STATUS, withUnknownFields(PROCESSING)),

  COMPLETED_WITH_UNKNOWN_FIELDS(Kind.STATUS, withUnknownFields(COMPLETED)),

  INITIAL(
      Kind.INITIAL,
      """
      {"success":true,\
      "response_check_url":"https://www.datalab.to/api/v1/custom_pipelines/Yk3dGq9sTfW2xZ"}"""),

  REFUSED_422(
      Kind.REFUSED,
      """
      {"detail":[{"loc":["body","file_instructions",0,"filename"],"msg":"Field required",\
      "type":"missing","input":{"general_instructions":"A scan"}},\
      {"loc":["body","request"],"msg":"Field required","type":"missing","input":null}]}""");

  /** What a body is decoded as. */
  enum Kind {
    STATUS,
    INITIAL,
    REFUSED
  }

  final Kind kind;
  private final String json;

  Body(Kind kind, String json) {
    this.kind = kind;
    this.json = json;
  }

  /** In UTF-8. */
  public byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static String withUnknownFields(Body body) {
    String open = body.json.substring(0, body.json.length() - 1);
    return open + ",\"eta_seconds\":40.5,\"queue\":{\"place\":3,\"of\":17},\"stage\":\"layout\"}";
  }
}
