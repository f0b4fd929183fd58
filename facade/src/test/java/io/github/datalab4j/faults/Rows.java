package io.github.datalab4j.faults;

import io.github.datalab4j.faults.Row.Wait;
import io.github.datalab4j.simulator.Answer;
import io.github.datalab4j.simulator.Fault;
import io.github.datalab4j.simulator.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All faults of the simulator, with the values that matter. */
final class Rows {
  private static final int[] STATUSES = {
    400, 401, 402, 403, 404, 408, 410, 413, 422, 425, 429, 500, 502, 503, 504, 529
  };
  private static final int[] REDIRECTS = {301, 302, 303, 307, 308};

  private Rows() {}

  /** The address is of another origin than the simulator's. */
  static List<Row> all(String elsewhere) {
    List<Row> rows = new ArrayList<>();
    rows.add(Row.refused());
    rows.add(Row.anywhere("reset", "reset", Fault.reset()));
    rows.add(Row.anywhere("close", "close", Fault.close()));
    rows.add(Row.anywhere("stall", "stall", Fault.stall()).waiting(Wait.STALLED));
    rows.add(Row.anywhere("delay", "delayMillis", Fault.delayMillis(10)));
    rows.add(
        Row.only(Column.REQUEST_BODY, "reads slowly", "readSlowly", Fault.readSlowly(1_000, 10))
            .waiting(Wait.READING));
    rows.add(
        Row.only(Column.ANSWER_BODY, "1 byte a second", "answerSlowly", Fault.answerSlowly())
            .waiting(Wait.ANSWERING));
    rows.add(
        Row.only(
            Column.CONNECTION,
            "pooled connection that closed",
            "closeAfterAnswer",
            Fault.closeAfterAnswer()));
    statuses(rows);
    redirects(rows, elsewhere);
    retryAfters(rows);
    rows.add(Row.only(Column.ANSWER_HEAD, "102 before it", "interim", Fault.interim(102)));
    rows.add(
        Row.only(Column.ANSWER_HEAD, "102 twice before it", "interim", Fault.interim(102))
            .with(Fault.interim(102)));
    bodies(rows);
    return rows;
  }

  private static void statuses(List<Row> rows) {
    for (int status : STATUSES) {
      rows.add(Row.anywhere(String.valueOf(status), "status", Fault.status(status)));
    }
    for (int status : new int[] {408, 500, 503}) {
      rows.add(Row.handled(status + " of a handled request", "status", Fault.status(status)));
    }
    for (int status : new int[] {502, 200}) {
      rows.add(Row.anywhere(status + " with HTML", "html", Fault.html(status)));
      rows.add(Row.handled(status + " with HTML of a handled request", "html", Fault.html(status)));
    }
  }

  private static void redirects(List<Row> rows, String elsewhere) {
    Map<String, String> locations = new LinkedHashMap<>();
    locations.put("another origin", elsewhere);
    locations.put("the same host", "/elsewhere");
    locations.put("itself", "");
    locations.forEach(
        (name, location) -> {
          for (int status : REDIRECTS) {
            Fault redirect = Fault.redirect(status, location);
            rows.add(Row.anywhere(status + " to " + name, "redirect", redirect));
          }
        });
  }

  private static void retryAfters(List<Row> rows) {
    String date = "Sat, 01 Jan 2000 00:00:00 GMT";
    Map<String, String> values = new LinkedHashMap<>();
    values.put("0", "0");
    values.put("20", "20");
    values.put("a date in 20 s", "Sat, 01 Jan 2000 00:00:20 GMT");
    values.put("a date that is past", "Fri, 31 Dec 1999 00:00:00 GMT");
    values.put("-20", "-20");
    values.put("soon", "soon");
    values.put("99999999999999999999", "99999999999999999999");
    values.forEach(
        (name, value) -> {
          for (int status : new int[] {429, 503}) {
            Answer answer = Answer.status(status).header("Date", date).header("Retry-After", value);
            rows.add(
                Row.anywhere(status + ", Retry-After: " + name, "answer", Fault.answer(answer)));
          }
          rows.add(
              Row.only(
                      Column.BEFORE_ANSWER,
                      "2xx, Retry-After: " + name,
                      "header",
                      Fault.header("Retry-After", value))
                  .with(Fault.header("Date", date)));
        });
    for (int status : new int[] {408, 413, 429, 500, 503}) {
      Answer answer = Answer.detail(status, "no").header("Retry-After", "20");
      rows.add(Row.closing(status + ", Retry-After: 20, and close", answer));
    }
    damagedRetryAfters(rows);
  }

  /** The head of an answer holds, whatever becomes of its body. */
  private static void damagedRetryAfters(List<Row> rows) {
    for (int status : new int[] {429, 503, 401}) {
      Answer answer = Answer.detail(status, "no").header("Retry-After", "20");
      damagedRetryAfter(rows, String.valueOf(status), "answer", Fault.answer(answer));
    }
    Answer html =
        Answer.status(200)
            .header("Content-Type", "text/html")
            .header("Retry-After", "20")
            .body("<html><title>Maintenance</title></html>");
    rows.add(Row.anywhere("200 with HTML, Retry-After: 20", "answer", Fault.answer(html)));
    Answer text = Answer.status(200).body("502 Bad Gateway");
    rows.add(Row.anywhere("200 with text as of JSON", "answer", Fault.answer(text)));
    Fault header = Fault.header("Retry-After", "20");
    damagedRetryAfter(rows, "2xx", "header", header);
    rows.add(
        Row.only(Column.ANSWER_BODY, "2xx, Retry-After: 20, malformed JSON", "header", header)
            .with(Fault.malformedJson()));
  }

  private static void damagedRetryAfter(List<Row> rows, String status, String maker, Fault answer) {
    String name = status + ", Retry-After: 20, ";
    Fault close = Fault.close().at(Phase.ANSWER_BODY);
    Fault stall = Fault.stall().at(Phase.ANSWER_BODY);
    rows.add(Row.only(Column.ANSWER_BODY, name + "close in its body", maker, answer).with(close));
    rows.add(
        Row.only(Column.ANSWER_BODY, name + "stall in its body", maker, answer)
            .with(stall)
            .waiting(Wait.STALLED));
    rows.add(
        Row.only(Column.ANSWER_BODY, name + "1 byte a second", maker, answer)
            .with(Fault.answerSlowly())
            .waiting(Wait.ANSWERING));
  }

  private static void bodies(List<Row> rows) {
    body(rows, "no body", "emptyBody", Fault.emptyBody());
    body(rows, "truncated JSON", "truncatedJson", Fault.truncatedJson());
    body(rows, "malformed JSON", "malformedJson", Fault.malformedJson());
    body(rows, "no success", "withoutField", Fault.withoutField("success"));
    body(rows, "success: 7", "field", Fault.field("success", 7));
    body(rows, "duplicate keys", "duplicateKeys", Fault.duplicateKeys());
    body(rows, "NaN", "notANumber", Fault.notANumber());
    body(rows, "byte order mark", "byteOrderMark", Fault.byteOrderMark());
    body(rows, "UTF-16 as UTF-8", "wrongCharset", Fault.wrongCharset());
    body(rows, "lone surrogates", "loneSurrogates", Fault.loneSurrogates());
    body(rows, "invalid UTF-8", "invalidUtf8", Fault.invalidUtf8());
    body(rows, "JSON 100,000 deep", "deepJson", Fault.deepJson(100_000));
    body(rows, "JSON of a million values", "manyValues", Fault.manyValues(1_000_000));
    body(rows, "text of 10 MB", "longString", Fault.longString(10_000_000));
    body(rows, "gzip bomb", "gzipBomb", Fault.gzipBomb(64 << 20));
    body(rows, "endless body", "endlessBody", Fault.endlessBody());
    body(rows, "endless gzip header", "endlessGzipHeader", Fault.endlessGzipHeader());
    body(rows, "Content-Length too short", "contentLengthTooShort", Fault.contentLengthTooShort());
    rows.add(
        Row.only(
                Column.ANSWER_BODY,
                "Content-Length too long",
                "contentLengthTooLong",
                Fault.contentLengthTooLong())
            .waiting(Wait.ANSWERING));
  }

  private static void body(List<Row> rows, String name, String maker, Fault fault) {
    rows.add(Row.only(Column.ANSWER_BODY, name, maker, fault));
  }
}
